package cn.shequ.localstack.up;

import cn.shequ.localstack.issuer.Demonstration;
import cn.shequ.localstack.issuer.Person;
import java.net.URI;

/** What the person at the terminal is told when everything runs. */
final class Guide {

    private Guide() {}

    static void print(Suite suite, UpOptions options, Speech speech) {
        URI gateway = suite.services().uri(SuiteService.GATEWAY);
        String issuer = suite.addresses().configuration().get("SHEQU_ISSUER");
        speech.print("");
        speech.say("地址", "Addresses");
        line(speech, speech.in("网关（唯一入口）", "gateway (the one door)"), gateway + "/api/docs/");
        for (SuiteService service : SuiteService.values()) {
            if (service != SuiteService.GATEWAY) {
                line(speech, service.id(), suite.services().uri(service) + "/q/health");
            }
        }
        line(speech, "OIDC", issuer + "/.well-known/openid-configuration");
        line(
                speech,
                "PostgreSQL",
                "127.0.0.1:" + suite.addresses().requireDatabases().port());
        line(speech, "Kafka", suite.addresses().configuration().get("KAFKA_BOOTSTRAP_SERVERS") + "");
        line(speech, speech.in("数据与日志", "data and logs"), options.data().toString());
        speech.print("");
        speech.say("演示人员（均为虚构）", "Demonstration persons (all fictitious)");
        for (Person person : Demonstration.load().persons()) {
            line(
                    speech,
                    person.username(),
                    speech.in(person.nameZh(), person.nameEn()) + " · " + String.join(", ", person.roles()) + " · "
                            + person.division());
        }
        speech.print("");
        speech.say("用 curl 取令牌并调用", "To get a token with curl and use it");
        speech.print("  TOKEN=$(curl -s " + issuer + "/protocol/openid-connect/token \\");
        speech.print("    -d grant_type=password -d client_id=shequ-cli -d username=auditor-city -d password=demo \\");
        speech.print("    | sed 's/.*\"access_token\":\"\\([^\"]*\\)\".*/\\1/')");
        speech.print("  curl -H \"Authorization: Bearer $TOKEN\" " + gateway + "/api/me");
        speech.print("");
        speech.say("按 Ctrl-C 停止；数据会保留。", "Ctrl-C stops everything; data stays.");
    }

    private static void line(Speech speech, String name, String value) {
        speech.print("  " + name + "  " + value);
    }
}

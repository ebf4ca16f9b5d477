package cn.shequ.localstack.issuer;

import java.util.Objects;
import java.util.stream.Collectors;

/** The page on which one chooses whom to be. It asks for no password: there is nobody to protect. */
final class SignInPage {

    private static final String PAGE = """
            <!doctype html>
            <html lang="zh-CN">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width, initial-scale=1">
            <title>社区 · 演示登录 / Shequ demonstration sign-in</title>
            <style>
            body { font: 1rem/1.5 system-ui, sans-serif; max-width: 52rem; margin: 2rem auto; padding: 0 1rem;
                   color: #1b1b1b; background: #fff }
            button { font: inherit; width: 100%; text-align: left; padding: .6rem .8rem; margin: .2rem 0;
                     border: 1px solid #767676; border-radius: .4rem; background: #fff; cursor: pointer }
            button:hover, button:focus { background: #e8f0fb; outline: 2px solid #1a56a8 }
            .en { color: #555 } .where { color: #555; font-variant-numeric: tabular-nums }
            </style>
            </head>
            <body>
            <main>
            <h1>演示登录 <span class="en" lang="en">Demonstration sign-in</span></h1>
            <p>请选择以谁的身份登录。所有人员均为虚构。<br>
            <span class="en" lang="en">Choose whom to sign in as. All persons are fictitious.</span></p>
            <form method="post">
            <input type="hidden" name="request" value="{request}">
            {choices}</form>
            </main>
            </body>
            </html>
            """;

    private static final String CHOICE = """
            <button name="username" value="{username}">{nameZh} <span class="en" lang="en">{nameEn}</span>
            <br><span class="where">{division} · {roles}</span></button>
            """;

    private SignInPage() {}

    static String render(String request, Demonstration demonstration) {
        String choices =
                demonstration.persons().stream().map(SignInPage::choice).collect(Collectors.joining());
        return PAGE.replace("{request}", escape(request)).replace("{choices}", choices);
    }

    private static String choice(Person person) {
        return CHOICE.replace("{username}", escape(person.username()))
                .replace("{nameZh}", escape(person.nameZh()))
                .replace("{nameEn}", escape(person.nameEn()))
                .replace("{division}", escape(Objects.requireNonNullElse(person.division(), "–")))
                .replace("{roles}", escape(String.join(", ", person.roles())));
    }

    static String refusal(String description) {
        return "<!doctype html><html lang=\"zh-CN\"><meta charset=\"utf-8\"><title>无法登录 / Cannot sign in</title><h1>"
                + "无法登录 <span lang=\"en\">Cannot sign in</span></h1><p lang=\"en\">" + escape(description)
                + "</p></html>";
    }

    static String escape(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}

package cn.shequ.gateway.problem;

import java.util.Locale;

/**
 * Everything the gateway itself refuses, on one screen. What a service refuses passes through untouched.
 *
 * <p>Texts name their figures ({@code ${limit}}), so that both languages may order them as they need.
 */
public enum ProblemCode {
    MALFORMED_TARGET(
            400,
            "请求路径不规范",
            "路径含有“.”或“..”段、反斜杠、控制字符或错误的百分号编码，已拒绝。",
            "Malformed request target",
            "The path has dot segments, backslashes, control characters or broken percent-encoding."),
    MALFORMED_REQUEST(
            400, "请求格式错误", "网关无法读懂该请求。", "Malformed request", "The gateway cannot make sense of this request."),
    UNAUTHENTICATED(
            401,
            "需要登录",
            "此操作需要访问令牌：Authorization: Bearer <令牌>。",
            "Sign-in required",
            "This operation needs an access token: Authorization: Bearer <token>."),
    INVALID_TOKEN(
            401,
            "访问令牌无效",
            "访问令牌的签名、签发者、受众或有效期未通过检查。请重新登录。",
            "Invalid access token",
            "The token failed the check of signature, issuer, audience or expiry. Sign in again."),
    FORBIDDEN_ROLE(403, "没有权限", "您的角色不能执行此操作。", "Not allowed", "Your roles do not permit this operation."),
    FOREIGN_ORIGIN(
            403,
            "来源网页不被允许",
            "网页来源 ${origin} 未获准调用本平台接口。",
            "Origin not allowed",
            "Pages of ${origin} may not call this platform."),
    NOT_FOUND(404, "没有此资源", "网关上没有该地址：${path}。", "Not found", "There is nothing at ${path}."),
    METHOD_NOT_ALLOWED(
            405, "不支持此方法", "该地址不支持 ${method} 方法。", "Method not allowed", "This address does not support ${method}."),
    NOT_ACCEPTABLE(
            406, "无法提供所要求的格式", "无法按 Accept 所列的格式作答。", "Not acceptable", "No format listed in Accept can be produced."),
    REQUEST_TIMEOUT(
            408,
            "请求发送过慢",
            "请求正文停顿超过 ${seconds} 秒，已放弃等待。",
            "Request sent too slowly",
            "The request body paused for more than ${seconds} seconds."),
    BODY_TOO_LARGE(
            413,
            "请求正文过大",
            "请求正文不得超过 ${limit} 字节。",
            "Request body too large",
            "A request body may have at most ${limit} bytes."),
    TARGET_TOO_LONG(
            414,
            "请求地址过长",
            "请求地址为 ${actual} 字节，不得超过 ${limit} 字节。",
            "Request target too long",
            "The request target has ${actual} bytes; at most ${limit} are allowed."),
    UNSUPPORTED_MEDIA_TYPE(
            415,
            "不支持的内容类型",
            "该操作不接受此 Content-Type。",
            "Unsupported media type",
            "This operation does not take that Content-Type."),
    TOO_MANY_REQUESTS(
            429,
            "请求过于频繁",
            "每 ${window} 秒最多 ${limit} 次请求，请在 ${wait} 秒后重试。",
            "Too many requests",
            "At most ${limit} requests per ${window} seconds; try again in ${wait} seconds."),
    HEADERS_TOO_LARGE(
            431,
            "请求头过大",
            "请求头共 ${actual} 字节，不得超过 ${limit} 字节。",
            "Request headers too large",
            "The request headers have ${actual} bytes; at most ${limit} are allowed."),
    INTERNAL_ERROR(
            500,
            "网关内部错误",
            "网关出现意外错误，已记入日志。",
            "Gateway error",
            "The gateway met an unexpected error; it is in the log."),
    BROKEN_ANSWER(
            502,
            "服务应答异常",
            "服务 ${service} 的应答中断或无法解析。",
            "Broken answer",
            "The answer of service ${service} broke off or cannot be parsed."),
    SERVICE_UNAVAILABLE(
            503,
            "服务暂不可用",
            "服务 ${service} 暂时无法连接，其他服务不受影响。请在 ${wait} 秒后重试。",
            "Service unavailable",
            "Service ${service} cannot be reached; the others are not affected. Try again in ${wait} seconds."),
    SERVICE_BUSY(
            503,
            "服务繁忙",
            "服务 ${service} 的连接已全部占用。请在 ${wait} 秒后重试。",
            "Service busy",
            "All connections to service ${service} are taken. Try again in ${wait} seconds."),
    SIGN_IN_UNAVAILABLE(
            503,
            "暂时无法核验令牌",
            "身份认证服务暂时无法连接，令牌无法核验。请在 ${wait} 秒后重试。",
            "Tokens cannot be checked",
            "The identity issuer cannot be reached. Try again in ${wait} seconds."),
    SERVICE_TIMEOUT(
            504,
            "服务应答超时",
            "服务 ${service} 未在 ${seconds} 秒内应答。操作可能已经执行，重试时请使用同一 Idempotency-Key。",
            "Service timed out",
            "Service ${service} did not answer within ${seconds} seconds. The operation may have been carried out: retry with the same Idempotency-Key.");

    private final int status;
    private final String titleChinese;
    private final String detailChinese;
    private final String titleEnglish;
    private final String detailEnglish;

    ProblemCode(int status, String titleChinese, String detailChinese, String titleEnglish, String detailEnglish) {
        this.status = status;
        this.titleChinese = titleChinese;
        this.detailChinese = detailChinese;
        this.titleEnglish = titleEnglish;
        this.detailEnglish = detailEnglish;
    }

    public int status() {
        return status;
    }

    /** The stable name integrators switch on, for instance {@code body-too-large}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    String title(Language language) {
        return language == Language.ENGLISH ? titleEnglish : titleChinese;
    }

    String detail(Language language) {
        return language == Language.ENGLISH ? detailEnglish : detailChinese;
    }
}

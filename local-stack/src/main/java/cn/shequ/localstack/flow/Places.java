package cn.shequ.localstack.flow;

import java.time.Duration;
import java.util.List;

/** The places and bodies of the story: the divisions are real, the persons and bodies are demonstration ones. */
public final class Places {

    public static final String CITY = "220100000000";

    /** 南关区. */
    public static final String NANGUAN = "220102000000";

    /** 南岭街道 of Nanguan, with three communities. */
    public static final String NANLING = "220102001000";

    /** 自强街道 of Nanguan, with five communities. */
    public static final String ZIQIANG = "220102002000";

    /** 华阳社区 of Nanling. */
    public static final String HUAYANG = "220102001001";

    /** 恒安社区 of Nanling. */
    public static final String HENGAN = "220102001002";

    /** 百屹社区 of Nanling. */
    public static final String BAIYI = "220102001003";

    /** 宽城区, the neighbour. */
    public static final String KUANCHENG = "220103000000";

    /** Nanguan's health bureau. */
    public static final String HEALTH = "11220102DEM000014K";

    /** Nanguan's education bureau. */
    public static final String EDUCATION = "11220102DEM000022E";

    /** Nanguan's civil affairs bureau, which hosts the leading group's office. */
    public static final String CIVIL_AFFAIRS = "11220102DEM0000309";

    /** The subdistricts whose communities the story visits. */
    static final List<String> SUBDISTRICTS = List.of(NANLING, ZIQIANG);

    /** How long an effect in another service may take, on a busy machine, before the story counts it as missing. */
    static final Duration PATIENCE = Duration.ofSeconds(120);

    private Places() {}
}

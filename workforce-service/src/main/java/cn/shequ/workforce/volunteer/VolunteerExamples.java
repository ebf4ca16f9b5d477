package cn.shequ.workforce.volunteer;

/** Examples for the API's documentation; the persons do not exist. */
final class VolunteerExamples {

    static final String REGISTRATION = """
            {"id": "019a9c5e-0000-7000-8000-0000000000b1", "community": "220102001001", "name": "张小梅",
             "identityNumber": "110101199003070011", "phone": "13800000000", "category": "TEACHER",
             "skills": ["TUTORING"], "availability": ["WEEKEND"], "consent": true}""";

    static final String RECEIPT = """
            {"id": "019a9c5e-0000-7000-8000-0000000000b1", "community": "220102001001", "category": "TEACHER",
             "registeredOn": "2026-01-15"}""";

    static final String OWN = """
            {"id": "019a9c5e-0000-7000-8000-0000000000b1", "community": "220102001001", "category": "TEACHER",
             "registeredOn": "2026-01-15", "name": "张小梅", "identityNumber": "1****************1",
             "phone": "13800000000", "skills": ["TUTORING"], "availability": ["WEEKEND"]}""";

    static final String PAGE = """
            {"items": [{"id": "019a9c5e-0000-7000-8000-0000000000b1", "community": "220102001001",
              "category": "TEACHER", "registeredOn": "2026-01-15", "name": "张**",
              "identityNumber": "1****************1", "phone": "138****0000", "minor": false,
              "skills": ["TUTORING"], "availability": ["WEEKEND"]}]}""";

    static final String ALREADY_REGISTERED = """
            {"type": "urn:shequ:problem:already-registered", "title": "Already registered", "status": 409,
             "detail": "This account or this identity is already registered as a volunteer. A person counts once (Art. 19). Whoever has an earlier registration finds it under their own account.",
             "instance": "/v1/volunteers", "code": "already-registered", "articles": [19]}""";

    private VolunteerExamples() {}
}

package io.github.dnscli.oserve.demo;

/// The zone file of the demo, in the states that the operator brings it into.
final class DemoZone {

    static final String NAME = "example.test";
    static final String HOST = "www." + NAME;

    private static final String GOOD =
            """
            $ORIGIN example.test.
            $TTL 3600
            ; Comments and layout stay as they are when programs change records.
            @       SOA   ns1 hostmaster (
                          2026112201  ; serial
                          7200        ; refresh
                          900         ; retry
                          1209600     ; expire
                          300 )       ; minimum
                    NS    ns1
            ns1     A     127.0.0.1
            www     A     127.0.0.1   ; the web server
            """;

    private DemoZone() {}

    static String first() {
        return GOOD;
    }

    /// A mail exchanger without an address, an address that is none, and a serial that stands still.
    static String broken() {
        return GOOD
                + """
                @       MX    10 mail
                ftp     A     127.0.0.300
                """;
    }

    static String mended() {
        return GOOD.replace("2026112201", "2026112202")
                + """
                @       MX    10 mail
                mail    A     127.0.0.1
                """;
    }

    static long mendedSerial() {
        return 2026112202L;
    }
}

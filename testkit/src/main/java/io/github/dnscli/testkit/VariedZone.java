package io.github.dnscli.testkit;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.regex.Pattern;

/// Small zones of `example.com` without a flaw, each from a seed: records of many types, spelled in the many ways in which
/// the zone-file language lets people spell them.
public final class VariedZone {

    /// The zone's name.
    public static final String ORIGIN = "example.com";

    private static final List<String> HEAD =
            List.of(
                    "@ SOA ns1 hostmaster 2026010100 7200 1800 1209600 3600",
                    "@ NS ns1",
                    "@ NS ns2",
                    "ns1 A 192.0.2.1",
                    "ns2 A 192.0.2.2",
                    "ns2 AAAA 2001:db8::2");

    /// What else may stand in a zone: any choice of these makes a good one.
    private static final List<String> MORE =
            """
            @ MX 10 mail|mail A 192.0.2.25
            @ TXT "v=spf1 mx -all"
            @ CAA 0 issue "ca.example; account=1"
            web HTTPS 1 . alpn=h2,h3 ipv4hint=192.0.2.80|web A 192.0.2.80
            www A 192.0.2.80|www AAAA 2001:db8::80
            www TXT "one" "two; (not a comment)" "q\\"\\\\"
            ftp CNAME ns1
            *.wild TXT "anything"
            *.wild MX 5 ns1
            _sip._tcp SRV 10 60 5060 ns2
            _443._tcp.ns1 TLSA 3 1 1 0123456789abcdef0123456789abcdef0123456789ABCDEF0123456789ABCDEF
            dept NS ns.dept|dept NS ns2|ns.dept A 192.0.2.53|dept DS 12345 13 2 00112233445566778899aabbccddeeff00112233445566778899aabbccddeeff
            lab NS ns.elsewhere.example.
            tree DNAME tree.example.net.
            deep.er.still A 192.0.2.9
            4.2 PTR host.example.net.
            host SSHFP 1 1 0123456789abcdef0123456789abcdef01234567|host A 192.0.2.77
            enum NAPTR 100 10 "u" "E2U+sip" "!^.*$!sip:info@example.com!" .
            geo LOC 52 22 23.000 N 4 53 32.000 E -2.00m 0.00m 10000m 10m
            uri URI 10 1 "https://www.example.com/path"
            rp RP admin txt|txt TXT plain
            hw HINFO "PC" "Linux"
            odd\\.dot TXT "a name with a dot in a label"
            b\\065c A 192.0.2.15
            new TYPE65400 \\# 4 C0000210
            known TYPE1 \\# 4 C0000211
            eui EUI48 00-00-5e-00-53-2a
            afs AFSDB 1 ns1
            key OPENPGPKEY AQIDBAUG
            smime._smimecert SMIMEA 3 0 0 0011223344
            svc SVCB 0 www.example.net.
            """
                    .lines()
                    .toList();

    private static final Pattern NAME = Pattern.compile("[a-z0-9]+(?=$| )");

    private final Random random;
    private final boolean mayLackTtl;

    private VariedZone(Random random) {
        this.random = random;
        this.mayLackTtl = random.nextInt(6) == 0;
    }

    /// {@return a zone as lines; a record may take several}
    public static List<String> lines(Random random) {
        return new VariedZone(random).write();
    }

    /// {@return a zone as text}
    public static String text(Random random) {
        return String.join("\n", lines(random)) + "\n";
    }

    /// {@return the records of a zone, plainly: owner, type and data with a space between}
    static List<String> records(Random random) {
        var records = new ArrayList<>(HEAD);
        var more = new ArrayList<>(MORE);
        Collections.shuffle(more, random);
        for (String group : more.subList(0, 4 + random.nextInt(8))) {
            records.addAll(List.of(group.split("\\|")));
        }
        return records;
    }

    private List<String> write() {
        var records = records(random);
        var lines = new ArrayList<String>();
        lines.add(chance(50) ? "$TTL 1h" : "$ttl 3600 ; an hour");
        String owner = "";
        for (String record : records) {
            var words = record.split(" ", 3);
            lines.add(spelled(words[0], words[0].equals(owner), words[1], words[2]));
            owner = words[0];
        }
        return lines;
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String spelled(String owner, boolean repeated, String type, String data) {
        String name = owner;
        if (repeated && chance(60)) {
            name = "";
        } else if (chance(15)) {
            name = owner.equals("@") ? ORIGIN + "." : owner + "." + ORIGIN + ".";
        } else if (chance(10)) {
            name = owner.toUpperCase(Locale.ROOT);
        }
        String typeWord = chance(15) ? type.toLowerCase(Locale.ROOT) : type;
        return name + gap() + head() + typeWord + gap() + wrapped(type, data) + comment();
    }

    private String head() {
        String time = chance(25) && !mayLackTtl ? "3600" + gap() : "";
        String inClass = chance(40) ? (chance(80) ? "IN" : "in") + gap() : "";
        return chance(50) ? time + inClass : inClass + time;
    }

    private String wrapped(String type, String data) {
        if (type.equals("SOA") && chance(60)) {
            var words = data.split(" ", 3);
            return words[0]
                    + " "
                    + words[1]
                    + " (\n\t"
                    + words[2].replace(" ", " ; timer\n\t")
                    + " )";
        }
        String written =
                NAME.matcher(data).matches() && chance(20) ? data + "." + ORIGIN + "." : data;
        return switch (random.nextInt(8)) {
            case 0 -> "( " + written + " )";
            case 1 -> "(\n  " + written + " ; inside\n  )";
            default -> written;
        };
    }

    private String comment() {
        return chance(15) ? " ; about (\"it" : "";
    }

    private String gap() {
        return List.of(" ", "\t", "  ").get(random.nextInt(3));
    }
}

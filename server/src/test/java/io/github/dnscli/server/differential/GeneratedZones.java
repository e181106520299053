package io.github.dnscli.server.differential;

import io.github.dnscli.common.name.DomainName;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/// Zones full of whatever makes answers hard, the same for a seed. They delegate to each other, and their aliases lead
/// from one into the other.
final class GeneratedZones {

    /// The first is the parent of the second and the third, which are delegated with and without DS records.
    private static final List<String> ORIGINS =
            List.of(
                    "alpha.test",
                    "child.alpha.test",
                    "insecure.alpha.test",
                    "beta.test",
                    "gamma.test",
                    "orphan.delta.test",
                    "under.moved.example");

    private static final String LONG_LABEL = "l".repeat(60);
    private static final String DIGEST =
            "00112233445566778899AABBCCDDEEFF00112233445566778899AABBCCDDEEFF";

    private final Random random;
    private final Map<DomainName, String> texts = new LinkedHashMap<>();
    private final List<String> lines = new ArrayList<>();
    private String origin = "";

    private GeneratedZones(long seed) {
        this.random = new Random(seed);
    }

    /// {@return the text of each zone, by its name}
    static Map<DomainName, String> of(long seed) {
        var zones = new GeneratedZones(seed);
        ORIGINS.forEach(zones::zone);
        return zones.texts;
    }

    private void zone(String name) {
        origin = name;
        lines.clear();
        apex();
        hosts();
        wildcards();
        delegations();
        aliases();
        subtreeAliases();
        services();
        oddNames();
        largeSets();
        texts.put(DomainName.of(name), String.join("\n", lines) + "\n");
    }

    private void add(String line) {
        lines.add(line);
    }

    private <T> T one(List<T> of) {
        return of.get(random.nextInt(of.size()));
    }

    private String address() {
        return "192.0.2." + random.nextInt(256);
    }

    private String longAddress() {
        return "2001:db8::" + Integer.toHexString(random.nextInt(65536));
    }

    private String otherZone() {
        return one(ORIGINS) + ".";
    }

    private void apex() {
        add("$ORIGIN %s.".formatted(origin));
        add("$TTL 3600");
        int minimum = one(List.of(60, 3600, 86400));
        add(
                "@ %d SOA ns1 hostmaster 1 7200 900 1209600 %d"
                        .formatted(one(List.of(300, 3600)), minimum));
        add("@ NS ns1");
        add(
                "@ NS %s"
                        .formatted(
                                one(
                                        List.of(
                                                "ns2",
                                                "ns.c0",
                                                "ns.outside.example.",
                                                "ns1." + otherZone()))));
        add("ns1 A %s".formatted(address()));
        add("ns1 AAAA %s".formatted(longAddress()));
        add("ns2 A %s".formatted(address()));
        add("@ MX 10 mail");
        add("@ TXT \"%d\"".formatted(random.nextInt()));
    }

    private void hosts() {
        for (int i = 0; i < 6; i++) {
            add("h%d A %s".formatted(i, address()));
            if (random.nextBoolean()) {
                add("h%d AAAA %s".formatted(i, longAddress()));
            }
        }
        add("mail A %s".formatted(address()));
        add("deep.down.empty.ent A %s".formatted(address()));
        add("ent2.empty TXT \"below\"");
        add("h0 HINFO \"cpu\" \"os\"");
        add("h1 TYPE65300 \\# 3 010203");
        add("one.two.three.four.five A %s".formatted(address()));
    }

    private void wildcards() {
        add("*.w0 A %s".formatted(address()));
        add("*.w0 MX 5 h0");
        add("there.w0 TXT \"explicit\"");
        add("ent.there2.w0 TXT \"makes there2 empty\"");
        add(
                "*.w1 CNAME %s"
                        .formatted(
                                one(
                                        List.of(
                                                "h1",
                                                "nowhere",
                                                "h1." + otherZone(),
                                                "x.w0",
                                                "a.c0"))));
        add("*.*.w2 TXT \"two stars\"");
        add("a.*.w3 TXT \"below a star\"");
        add("*.w4 TXT \"outer\"");
        add("*.inner.w4 TXT \"inner\"");
        add("*.w5 AAAA %s".formatted(longAddress()));
        add("sub.*.w5 A %s".formatted(address()));
        add("*.w6 SRV 1 2 3 %s".formatted(one(List.of("h2", "x.w0", "ns.c0"))));
        if (random.nextBoolean()) {
            add("* A %s".formatted(address()));
        }
    }

    private void delegations() {
        if (origin.equals("alpha.test")) {
            add("child NS ns1.child");
            add("child NS ns1");
            add("ns1.child A %s".formatted(address()));
            add("child DS 1 13 2 %s".formatted(DIGEST));
            add("insecure NS ns1.insecure");
            add("ns1.insecure A %s".formatted(address()));
        }
        for (int i = 0; i < 6; i++) {
            cut("c" + i, i);
        }
        add("c0.c6 NS ns.c0.c6");
        add("ns.c0.c6 A %s".formatted(address()));
        add("loop1 NS ns.loop2");
        add("loop2 NS ns.loop1");
        add("ns.loop1 A %s".formatted(address()));
        add("ns.loop2 A %s".formatted(address()));
    }

    private void cut(String cut, int number) {
        var servers =
                List.of(
                        "ns." + cut,
                        "ns.deep." + cut,
                        "ns.c" + (number + 1) % 6,
                        "ns1",
                        "h" + number,
                        "ns.outside.example.",
                        "ns1." + otherZone(),
                        "x.w0");
        for (int i = random.nextInt(1, 4); i > 0; i--) {
            add("%s %d NS %s".formatted(cut, 7200, one(servers)));
        }
        add("ns.%s A %s".formatted(cut, address()));
        add("ns.deep.%s AAAA %s".formatted(cut, longAddress()));
        if (random.nextBoolean()) {
            add("ns.%s AAAA %s".formatted(cut, longAddress()));
        }
        if (random.nextBoolean()) {
            add("%s DS %d 13 2 %s".formatted(cut, random.nextInt(65536), DIGEST));
        }
        add("inner.%s NS ns.%s".formatted(cut, cut));
        add("hidden.%s TXT \"below a cut\"".formatted(cut));
    }

    private void aliases() {
        var targets =
                List.of(
                        "h0",
                        "h1",
                        "nowhere",
                        "ent",
                        "empty",
                        "x.w0",
                        "x.w1",
                        "c0",
                        "below.c1",
                        "ns.c2",
                        "x.dn0",
                        "x.dn1",
                        "x.dn2",
                        "h0." + otherZone(),
                        "nowhere." + otherZone(),
                        "www.outside.example.",
                        "@");
        for (int i = 0; i < 10; i++) {
            add("cn%d CNAME %s".formatted(i, one(targets)));
        }
        for (int i = 0; i < 6; i++) {
            add("chain%d CNAME %s".formatted(i, i == 0 ? "cn0" : "chain" + (i - 1)));
        }
        for (int i = 0; i < 18; i++) {
            add("long%d CNAME %s".formatted(i, i == 0 ? "h0" : "long" + (i - 1)));
        }
        add("self CNAME self");
        add("ring1 CNAME ring2");
        add("ring2 CNAME ring3");
        add("ring3 CNAME ring1");
        add("across CNAME across.%s".formatted(otherZone()));
    }

    private void subtreeAliases() {
        add("dn0 DNAME tree");
        add("a.tree A %s".formatted(address()));
        add("b.a.tree TXT \"deep\"");
        add("c.tree CNAME h0");
        add("*.d.tree A %s".formatted(address()));
        add("dn1 DNAME %s".formatted(otherZone()));
        add("dn2 DNAME outside.example.");
        add("dn2 A %s".formatted(address()));
        add("dn2 TXT \"beside a DNAME\"");
        add("dn3 DNAME %s".formatted(String.join(".", LONG_LABEL, LONG_LABEL, LONG_LABEL)));
        add("dn4 DNAME dn5");
        add("dn5 DNAME dn4");
        add("dn6 DNAME x.dn6.%s".formatted(otherZone()));
        add("dn7 DNAME %s".formatted(one(List.of("c0", "w0", "nowhere", "h0", "dn0"))));
        add("dn8 DNAME self-growing.dn8x");
        add("dn8x DNAME dn8");
    }

    private void services() {
        var hosts =
                List.of(
                        "h0",
                        "h1",
                        "mail",
                        "ns.c0",
                        "x.w0",
                        "cn0",
                        "x.dn0",
                        "nowhere",
                        "www.outside.example.",
                        "h0." + otherZone(),
                        ".");
        for (int i = 0; i < 4; i++) {
            add("m%d MX %d %s".formatted(i, i, one(hosts)));
            add("m%d MX %d %s".formatted(i, i + 10, one(hosts)));
            add("_s%d._tcp SRV 1 2 %d %s".formatted(i, 80 + i, one(hosts)));
            add("_s%d._tcp SRV 1 2 %d %s".formatted(i, 180 + i, one(hosts)));
            add("b%d HTTPS 1 %s alpn=h2".formatted(i, one(hosts)));
            add("b%d A %s".formatted(i, address()));
            add("v%d SVCB 0 %s".formatted(i, one(hosts)));
            add("p%d PTR %s".formatted(i, one(hosts)));
        }
        add("n0 NAPTR 1 2 \"A\" \"x\" \"\" h0");
        add("n1 NAPTR 1 2 \"S\" \"x\" \"\" _s0._tcp");
        add("k0 KX 1 h0");
        add("k1 AFSDB 1 h0");
        add("k2 RP h0 h1");
    }

    private void oddNames() {
        add("MixedCase A %s".formatted(address()));
        add("MixedCase.Below TXT \"Case\"");
        add("nul\\000octet A %s".formatted(address()));
        add("dot\\.inside A %s".formatted(address()));
        add("space\\032inside TXT \"space\"");
        add("high\\255octet A %s".formatted(address()));
        add("_underscore TXT \"host\"");
        add("*star A %s".formatted(address()));
        add("%s A %s".formatted("x".repeat(63), address()));
        add("\\@ TXT \"at\"");
    }

    private void largeSets() {
        for (int i = 0; i < 40; i++) {
            add("many A 203.0.113.%d".formatted(i));
        }
        for (int i = 0; i < 12; i++) {
            add("texts TXT \"%s%d\"".formatted("t".repeat(90), i));
        }
        add("huge TXT %s".formatted(("\"" + "h".repeat(250) + "\" ").repeat(20)));
        for (int i = 0; i < 10; i++) {
            add("wide NS ns-with-a-long-name-%d.wide".formatted(i));
            add("ns-with-a-long-name-%d.wide A %s".formatted(i, address()));
            add("ns-with-a-long-name-%d.wide AAAA %s".formatted(i, longAddress()));
            add("mails MX %d mail-with-a-long-name-%d".formatted(i, i));
            add("mail-with-a-long-name-%d A %s".formatted(i, address()));
            add("mail-with-a-long-name-%d AAAA %s".formatted(i, longAddress()));
        }
        add("to-many CNAME many");
    }
}

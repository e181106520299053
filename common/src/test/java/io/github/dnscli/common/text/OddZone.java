package io.github.dnscli.common.text;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import java.util.List;
import java.util.Random;

/// Zone files as people leave them behind after years, from a seed.
final class OddZone {

    static final DomainName ORIGIN = DomainName.of("example.com");

    private static final List<DomainName> OWNERS =
            List.of(
                    ORIGIN,
                    ORIGIN.child("a"),
                    ORIGIN.child("b"),
                    ORIGIN.child("x.b"),
                    ORIGIN.child("*"),
                    ORIGIN.child("mail"),
                    ORIGIN.child("Sub"),
                    ORIGIN.child("deep.er.sub"),
                    ORIGIN.child("a\\.b\\;\\009"));

    private static final List<RecordType> TYPES =
            List.of(
                    RecordType.A,
                    RecordType.AAAA,
                    RecordType.TXT,
                    RecordType.MX,
                    RecordType.SRV,
                    RecordType.HTTPS,
                    RecordType.TLSA,
                    RecordType.CAA,
                    new RecordType(65400));

    private final Random random;
    private final StringBuilder text = new StringBuilder();
    private final String lineEnd;
    private final boolean mayLackTtl;
    private DomainName origin = ORIGIN;

    private OddZone(Random random) {
        this.random = random;
        this.lineEnd = random.nextInt(4) == 0 ? "\r\n" : "\n";
        this.mayLackTtl = random.nextInt(5) == 0;
    }

    static String text(Random random) {
        return new OddZone(random).write();
    }

    static DomainName owner(Random random) {
        return pick(random, OWNERS);
    }

    static RecordType type(Random random) {
        return pick(random, TYPES);
    }

    static RecordData data(RecordType type, Random random) {
        int n = random.nextInt(4);
        return RecordData.of(
                type,
                switch (type.toString()) {
                    case "A" -> "192.0.2." + n;
                    case "AAAA" -> "2001:db8::" + n;
                    case "TXT" -> "\"text " + n + "; (\\\"\" x".repeat(1 + n % 2);
                    case "MX" -> n + "0 mail.example.com.";
                    case "SRV" -> "0 0 " + n + " x.b.example.com.";
                    case "HTTPS" -> "1 . alpn=h" + n + ",h3 port=" + n + " key667=\"a b\"";
                    case "TLSA" -> "3 1 1 " + ("0" + n).repeat(32);
                    case "CAA" -> "0 issue \"ca" + n + ".example; a=b\"";
                    default -> "\\# 2 000" + n;
                });
    }

    private static <T> T pick(Random random, List<T> values) {
        return values.get(random.nextInt(values.size()));
    }

    private boolean chance(int percent) {
        return random.nextInt(100) < percent;
    }

    private String write() {
        if (!mayLackTtl) {
            text.append("$TTL 1h").append(lineEnd);
        }
        soa();
        int owners = random.nextInt(6);
        for (int i = 0; i < owners; i++) {
            noise();
            group(owner(random));
        }
        if (chance(15) && !text.isEmpty()) {
            text.setLength(text.length() - lineEnd.length());
        }
        return text.toString();
    }

    private void soa() {
        text.append("@").append(gap()).append("IN SOA ns").append(gap()).append("h (");
        text.append(lineEnd).append("   ").append(random.nextInt(1000)).append(" ; serial");
        text.append(lineEnd).append("\t1h 30m ( ".replace("( ", "")).append("4w 5m )");
        text.append(chance(50) ? " ; end" : "").append(lineEnd);
        text.append("\tNS ns").append(lineEnd);
    }

    private void noise() {
        if (chance(30)) {
            text.append(chance(50) ? "; about (\"what follows" : "\t ; ).").append(lineEnd);
        }
        if (chance(20)) {
            text.append(lineEnd);
        }
        if (chance(15)) {
            origin = chance(50) ? ORIGIN : ORIGIN.child("sub");
            text.append("$ORIGIN ").append(origin).append(lineEnd);
        }
        if (!mayLackTtl && chance(15)) {
            text.append("$ttl ").append(chance(50) ? "1H" : "300").append(lineEnd);
        }
    }

    private void group(DomainName owner) {
        boolean named = false;
        for (int i = 1 + random.nextInt(4); i > 0; i--) {
            var type = type(random);
            text.append(!named || chance(40) ? owner.relativeTo(origin) : "");
            named = true;
            text.append(gap());
            head();
            text.append(type).append(gap());
            data(data(type, random).text(origin));
            text.append(chance(30) ? " ; about it" : chance(10) ? ";glued" : "").append(lineEnd);
            if (chance(10)) {
                text.append("  ; between").append(lineEnd);
            }
        }
    }

    private void head() {
        String ttl = chance(30) ? pick(random, List.of("60", "1h", "3600", "5m")) + gap() : "";
        String recordClass = chance(40) ? "IN" + gap() : "";
        text.append(chance(50) ? ttl + recordClass : recordClass + ttl);
    }

    private void data(String data) {
        if (chance(15)) {
            text.append("( ").append(data).append(" ; in").append(lineEnd).append(" )");
        } else if (chance(10)) {
            text.append('(').append(lineEnd).append("\t\t").append(data).append(')');
        } else {
            text.append(data);
        }
    }

    private String gap() {
        return pick(random, List.of(" ", "\t", "   ", "\t\t", " \t"));
    }
}

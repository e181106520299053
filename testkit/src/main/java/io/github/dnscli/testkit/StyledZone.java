package io.github.dnscli.testkit;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/// Zone files as people keep them in repositories, each from a seed: one style to a file, and in it sections, comments,
/// records of one set in several places, records over several lines, generated and included ones.
///
/// @param origin the zone's name, without the final dot
/// @param text the zone file
/// @param included the files that it includes, by their names
public record StyledZone(String origin, String text, Map<String, String> included) {

    private static final List<String> ODD =
            List.of(
                    "xn--bcher-kva A 192.0.2.66",
                    "_dmarc TXT \"v=DMARC1; p=none\"",
                    "_acme-challenge.www TXT \"gfj9Xq...Rg85nM\"",
                    "_acme-challenge.www TXT \"second;(one)\"",
                    "long._domainkey TXT \"" + "k".repeat(250) + "\" \"" + "l".repeat(240) + "\"",
                    "back TXT \"a \\\"quoted\\\" word\" \\; \\200\\\\",
                    "MiXed A 192.0.2.67",
                    "mixed A 192.0.2.68",
                    "\\$odd TXT dollar",
                    "\\@at TXT at",
                    "sub A 192.0.2.70",
                    "a.sub A 192.0.2.71",
                    "b.sub AAAA 2001:db8::71",
                    "b.sub AAAA 2001:db8::72",
                    "_443._tcp.www TLSA 3 1 1 " + "0123456789abcdef ".repeat(4).strip(),
                    "old TYPE1 \\# 4 C0000212",
                    "api HTTPS 1 . alpn=h2 port=443",
                    "pool A 192.0.2.101",
                    "pool A 192.0.2.102",
                    "pool A 192.0.2.103");

    /// Ways to write the SOA.
    private static final List<String> STARTS =
            List.of(
                    "HEAD ns1 hostmaster SERIAL REFRESH RETRY EXPIRE MINIMUM",
                    """
                    HEAD ns1 hostmaster (
                    \tSERIAL ; serial
                    \tREFRESH ; refresh (2h)
                    \tRETRY ; retry
                    \tEXPIRE ; expire
                    \tMINIMUM ) ; minimum
                    """,
                    """
                    HEAD (
                    \tns1 ; the first

                    \thostmaster SERIAL REFRESH
                    ; within
                    \tRETRY EXPIRE MINIMUM
                    \t) ; done
                    """,
                    """
                    HEAD ns1 hostmaster ( SERIAL ; SERIAL
                        REFRESH RETRY EXPIRE MINIMUM )
                    """);

    private static final Pattern WORD = Pattern.compile("\"(?:\\\\.|[^\"\\\\])*\"|[^ \"]+");

    private static final List<String> REVERSE =
            List.of("10 PTR ten.example.net.", "11 PTR eleven.example.net.", "11 PTR xi.example.");

    /// {@return a zone file and what belongs to it}
    public static StyledZone of(Random random) {
        return new Writer(random).write();
    }

    private static final class Writer {

        private final Random random;
        private final ZoneStyle style;
        private final String zone;
        private final List<String> lines = new ArrayList<>();
        private final Map<String, String> included = new TreeMap<>();
        private String section = "";
        private String owner = "";

        private Writer(Random random) {
            this.random = random;
            this.style = ZoneStyle.of(random);
            this.zone = chance(15) ? "2.0.192.in-addr.arpa" : VariedZone.ORIGIN;
        }

        private StyledZone write() {
            begin();
            for (String record : scattered(records())) {
                beside();
                record(record);
            }
            end();
            String text = String.join(style.lineEnd(), lines);
            return new StyledZone(
                    zone,
                    (style.hasMark() ? "\ufeff" : "")
                            + text
                            + (style.hasOpenEnd() ? "" : style.lineEnd()),
                    included);
        }

        private List<String> records() {
            var records = new ArrayList<>(VariedZone.records(random));
            records.removeFirst();
            records.addAll(zone.equals(VariedZone.ORIGIN) ? ODD : REVERSE);
            return records;
        }

        private List<String> scattered(List<String> records) {
            var order = new ArrayList<>(records);
            for (int i = 1; i < order.size(); i++) {
                if (chance(style.scatterPercent())) {
                    order.add(1 + random.nextInt(order.size() - 1), order.remove(i));
                }
            }
            return order;
        }

        private void begin() {
            if (chance(40)) {
                lines.add("; Zone file of " + zone + " (\"handle with care\")");
                lines.add(";" + "-".repeat(random.nextInt(60)));
            }
            if (chance(20)) {
                lines.add("$ORIGIN " + zone + ".");
            }
            if (!style.defaultTtl().isEmpty()) {
                lines.add(style.defaultTtl());
            }
            soa();
        }

        /// What stands between records.
        private void beside() {
            if (chance(style.commentPercent() / 3)) {
                lines.add("");
                lines.add(ZoneStyle.pick(random, "; section", "\t; ) (", ";; \"open", "   ;"));
            }
            if (style.sections() && chance(10)) {
                section = section.isEmpty() ? "sub" : "";
                lines.add(
                        "$ORIGIN " + (section.isEmpty() ? "" : section + ".") + zone + ". ; here");
            }
            if (chance(2)) {
                lines.add("$GENERATE 1-4 gen" + lines.size() + "-$ 300 A 10.9.0.$");
            }
            if (chance(2)) {
                String name = "more" + lines.size() + ".inc";
                included.put(name, "inc" + lines.size() + " 300 IN TXT included\n");
                lines.add("$INCLUDE " + name + " ; kept by others");
            }
        }

        private void end() {
            if (chance(30)) {
                lines.add(ZoneStyle.pick(random, "; end of file", "", "\t"));
            }
        }

        private void soa() {
            String head = "@" + style.gap(1, 8) + (chance(60) ? "3600 IN SOA" : "IN SOA");
            String serial =
                    ZoneStyle.pick(
                            random, "2026010100", "1", "3600", "4294967295", "0000000041", "7200");
            var timers =
                    ZoneStyle.pick(random, "7200 1800 1209600 3600", "2h 30m 2w 1h").split(" ");
            STARTS.get(random.nextInt(STARTS.size()))
                    .replace("HEAD", head)
                    .replace("SERIAL", serial)
                    .replace("REFRESH", timers[0])
                    .replace("RETRY", timers[1])
                    .replace("EXPIRE", timers[2])
                    .replace("MINIMUM", timers[3])
                    .lines()
                    .forEach(lines::add);
            owner = "@";
        }

        private void record(String record) {
            var words = record.split(" ", 3);
            String name = owner(words[0]);
            String type = style.isLower() ? words[1].toLowerCase(Locale.ROOT) : words[1];
            int column = style.columns();
            String line = name + style.gap(name.length(), column - 12);
            line += head();
            line += style.columns() > 0 ? " ".repeat(Math.max(column - line.length(), 0)) : "";
            line += type + style.gap(type.length(), 8);
            add(line, words[2]);
        }

        private String owner(String name) {
            boolean isRepeated = name.equals(owner);
            owner = name;
            if (isRepeated && chance(style.blankPercent())) {
                return "";
            }
            String full = name.equals("@") ? zone + "." : name + "." + zone + ".";
            if (chance(style.absolutePercent())) {
                return full;
            }
            String inner = "." + section;
            return section.isEmpty()
                    ? name
                    : name.endsWith(inner)
                            ? name.substring(0, name.length() - inner.length())
                            : name.equals(section) ? "@" : full;
        }

        private String head() {
            String ttl = chance(style.ttlPercent()) ? ZoneStyle.pick(random, "3600", "1h") : "";
            String one = style.classFirst() ? style.inClass() : ttl;
            String other = style.classFirst() ? ttl : style.inClass();
            return (one + (one.isEmpty() ? "" : " ") + other + (other.isEmpty() ? "" : " "));
        }

        private void add(String line, String data) {
            String comment =
                    chance(style.commentPercent())
                            ? ZoneStyle.pick(random, " ; about (\"it", ";glued", "\t;; ) 3600")
                            : "";
            switch (random.nextInt(14)) {
                case 0 -> {
                    lines.add(line + "(" + comment);
                    lines.add("\t\t" + data + " ; inside " + lines.size());
                    lines.add("\t)" + comment);
                }
                case 1 -> lines.add(line + "( " + data + " )" + comment);
                case 2, 3 -> addWordByWord(line, data);
                default -> lines.add(line + data + comment);
            }
        }

        private void addWordByWord(String line, String data) {
            var words = WORD.matcher(data).results().map(MatchResult::group).toList();
            lines.add(line + "( " + words.getFirst() + " ; word 1");
            for (int i = 1; i < words.size(); i++) {
                lines.add("\t\t" + words.get(i) + " ; word " + (i + 1));
            }
            lines.add(" )");
        }

        private boolean chance(int percent) {
            return random.nextInt(100) < percent;
        }
    }
}

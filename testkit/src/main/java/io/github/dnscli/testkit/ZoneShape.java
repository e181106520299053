package io.github.dnscli.testkit;

import java.util.HexFormat;
import java.util.SplittableRandom;

/// What a generated zone looks like. Each record is a function of its number, so that none needs to be kept.
public enum ZoneShape {
    /// Hosts with addresses, mail, services, aliases and delegations, name by name.
    MIXED {
        @Override
        void record(long number, long seed, StringBuilder line) {
            mixed(number, seed, line);
        }
    },
    /// The same records in an order that keeps no two records of a name together.
    SHUFFLED {
        @Override
        void record(long number, long seed, StringBuilder line) {
            mixed(number, seed, line);
        }
    },
    /// One address at each name, all names below the apex.
    FLAT {
        @Override
        void record(long number, long seed, StringBuilder line) {
            line.append('h').append(number).append(" A ").append(address(number));
        }
    },
    /// Half of the records lie below one delegation: the servers of the other half, which are delegations too.
    BELOW_ONE_CUT {
        @Override
        void record(long number, long seed, StringBuilder line) {
            long pair = number / 2;
            if (number % 2 == 0) {
                line.append('h').append(pair).append(".sub A ").append(address(pair));
            } else if (pair == 0) {
                line.append("sub NS h0.sub");
            } else {
                line.append('d').append(pair).append(" NS h").append(pair).append(".sub");
            }
        }
    },
    /// All records are one set.
    ONE_SET {
        @Override
        void record(long number, long seed, StringBuilder line) {
            line.append("many A ").append(address(number));
        }
    },
    /// Names of 127 labels, which is as many as fit; they part at the leaves and at the root by turns.
    DEEP {
        @Override
        void record(long number, long seed, StringBuilder line) {
            String digits = Long.toString(number / 2, 36);
            String few = ".x".repeat(DEEP_LABELS - digits.length());
            String apart = String.join(".", digits.split(""));
            if (number % 2 == 0) {
                line.append(apart).append(few);
            } else {
                line.append(few.substring(1)).append('.').append(apart);
            }
            line.append(" A ").append(address(number));
        }
    },
    /// Each name is an alias of the one before, until after fifty of them comes an address.
    ALIAS_CHAIN {
        @Override
        void record(long number, long seed, StringBuilder line) {
            line.append('a').append(number);
            if (number % CHAIN == 0) {
                line.append(" A ").append(address(number));
            } else {
                line.append(" CNAME a").append(number - 1);
            }
        }
    },
    /// Nothing but signed delegations to servers elsewhere.
    REGISTRY {
        @Override
        void record(long number, long seed, StringBuilder line) {
            long domain = number / 3;
            line.append('d').append(domain);
            switch ((int) (number % 3)) {
                case 0 -> line.append(" NS ns1.hoster").append(domain % 1000).append(".example.");
                case 1 -> line.append(" NS ns2.hoster").append(domain % 1000).append(".example.");
                default ->
                        line.append(" DS ")
                                .append(domain % 65536)
                                .append(" 13 2 ")
                                .append(digest(number, seed));
            }
        }
    };

    private static final int DEEP_LABELS = 126;
    private static final int GROUP = 20;
    private static final int CHAIN = 50;

    /// {@return the zone's name, without the final dot}
    public String origin() {
        return this == DEEP ? "z" : "example.com";
    }

    /// Writes a record without its line end.
    ///
    /// @param number counted from 0
    abstract void record(long number, long seed, StringBuilder line);

    /// Whatever a record needs comes before it, so that a group may end anywhere.
    private static void mixed(long number, long seed, StringBuilder line) {
        long g = number / GROUP;
        switch ((int) (number % GROUP)) {
            case 0 -> line.append("host" + g + " A " + address(2 * g));
            case 1 -> line.append("host" + g + " AAAA 2001:db8::" + hextets(g));
            case 2 -> line.append("host" + g + " 300 IN TXT \"v=spf1 a mx -all\"");
            case 3 -> line.append("host" + g + " IN MX 10 host" + g);
            case 4 -> line.append("www.host" + g + " CNAME host" + g);
            case 5 -> line.append("_443._tcp.host" + g + " TLSA 3 1 1 " + digest(number, seed));
            case 6 -> line.append("_sip._tcp.host" + g + " SRV 10 60 5060 host" + g);
            case 7 -> line.append("ns1.dept" + g + " A " + address(2 * g + 1));
            case 8 -> line.append("ns1.dept" + g + " AAAA 2001:db8:1::" + hextets(g));
            case 9 -> line.append("dept" + g + " 1d NS ns1.dept" + g);
            case 10 -> line.append("dept" + g + " 1d NS ns2");
            case 11 -> line.append("pc" + g + " A 172.16." + g / 250 % 250 + '.' + g % 250);
            case 12 -> line.append("pc" + g + " AAAA 2001:db8:2::" + hextets(g) + " ; on a desk");
            case 13 -> line.append("mail" + g + " A 172.17." + g / 250 % 250 + '.' + g % 250);
            case 14 -> line.append("mail" + g + " AAAA 2001:db8:3::" + hextets(g));
            case 15 -> line.append("node" + g + " 1h IN MX ( 10 mail" + g + " )");
            case 16 ->
                    line.append("node" + g + " TXT \"rack " + g % 40 + "\" \"row\\; " + g + "\"");
            case 17 -> line.append("node" + g + " A 172.18." + g / 250 % 250 + '.' + g % 250);
            case 18 -> line.append("alias-of-node" + g + " CNAME node" + g + ".example.com.");
            default -> line.append("_25._tcp.mail" + g + " TLSA 3 1 1 " + digest(number, seed));
        }
    }

    private static String address(long number) {
        return "10." + (number >> 16 & 255) + '.' + (number >> 8 & 255) + '.' + (number & 255);
    }

    private static String hextets(long number) {
        return Long.toHexString(number >> 16 & 0xffff) + ':' + Long.toHexString(number & 0xffff);
    }

    private static String digest(long number, long seed) {
        byte[] octets = new byte[32];
        new SplittableRandom(seed ^ number).nextBytes(octets);
        return HexFormat.of().formatHex(octets);
    }
}

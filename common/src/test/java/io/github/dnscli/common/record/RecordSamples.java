package io.github.dnscli.common.record;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Pattern;

/// Data of every type that has a row, in text and on the wire; where an RFC has an example, it is that one.
///
/// @param type the type
/// @param text the text
/// @param wire the octets: hexadecimal, names as `<a.example.>`, ASCII in single quotes
/// @param printed the text as we write it
public record RecordSamples(RecordType type, String text, String wire, String printed) {

    private static final String SAMPLES =
            """
            A | 192.0.2.1 | c0000201
            A | 0.0.0.255 | 000000ff
            NS | ns.example.com. | <ns.example.com.>
            CNAME | a\\.b.\\065.example. | 03'a.b' 01'A' 07'example' 00 | a\\.b.A.example.
            SOA | ns.example. h.example. 1 2h 3M 1w1D 1h30m5s | <ns.example.><h.example.> 00000001 00001c20 000000b4 000a8c00 0000151d | ns.example. h.example. 1 7200 180 691200 5405
            SOA | . . 4294967295 0 0 0 0 | 0000 ffffffff 00000000 00000000 00000000 00000000
            PTR | host.example. | <host.example.>
            HINFO | "PC Intel" x | 08'PC Intel' 01'x' | "PC Intel" "x"
            MX | 10 mail.example. | 000a <mail.example.>
            MX | 0 . | 0000 00
            TXT | plain | 05'plain' | "plain"
            TXT | "" "a b" c\\;d "q\\"\\\\" "\\000\\255" | 00 03'a b' 03'c;d' 03'q' 225c 02 00ff | "" "a b" "c;d" "q\\"\\\\" "\\000\\255"
            SPF | "v=spf1 -all" | 0b'v=spf1 -all'
            AVC | "app" | 03'app'
            RESINFO | "qnamemin" "exterr=15-17" | 08'qnamemin' 0c'exterr=15-17'
            WALLET | "BTC" "x" | 03'BTC' 01'x'
            RP | louie.example. . | <louie.example.> 00
            AFSDB | 1 afs.example. | 0001 <afs.example.>
            RT | 2 relay.example. | 0002 <relay.example.>
            KX | 3 kx.example. | 0003 <kx.example.>
            AAAA | 2001:db8::1 | 20010db8 00000000 00000000 00000001
            AAAA | :: | 00000000 00000000 00000000 00000000
            AAAA | 2001:DB8:0:1:0:0:0:0 | 20010db8 00000001 00000000 00000000 | 2001:db8:0:1::
            AAAA | ::ffff:192.0.2.1 | 00000000 00000000 0000ffff c0000201 | ::ffff:c000:201
            AAAA | 2001:db8:0:1:1:1:1:1 | 20010db8 00000001 00010001 00010001
            LOC | 42 21 54 N 71 06 18 W -24m 30m | 00 33 16 13 89172dd0 70be15f0 00988d20 | 42 21 54.000 N 71 6 18.000 W -24.00m 30m 10000m 10m
            LOC | 0 S 180 E 42849672.95 0.05m 90000000m 0m | 00 50 99 00 80000000 a69fb200 ffffffff | 0 0 0.000 N 180 0 0.000 E 42849672.95m 0.05m 90000000m 0.00m
            SRV | 0 1 9 old-slow-box.example.com. | 0000 0001 0009 <old-slow-box.example.com.>
            NAPTR | 100 50 "a" "z3950+N2L+N2C" "" cidserver.example.com. | 0064 0032 01'a' 0d'z3950+N2L+N2C' 00 <cidserver.example.com.>
            NAPTR | 100 10 "" "" "/urn:cid:.+@([^\\\\.]+\\\\.)(.*)$/\\\\2/i" . | 0064 000a 00 00 20 '/urn:cid:.+@([^' 5c '.]+' 5c '.)(.*)$/' 5c '2/i' 00
            CERT | PGP 0 0 AQID | 0003 0000 00 010203 | 3 0 0 AQID
            DNAME | frobozz-division.acme.example. | <frobozz-division.acme.example.>
            DS | 60485 5 1 2BB183AF5F22588179A53B0A 98631FAD1A292118 | ec45 05 01 2bb183af5f22588179a53b0a98631fad1a292118 | 60485 5 1 2BB183AF5F22588179A53B0A98631FAD1A292118
            CDS | 0 0 0 00 | 0000 00 00 00
            DLV | 60485 RSASHA1 9 2BB1 | ec45 05 09 2bb1 | 60485 5 9 2BB1
            TA | 1 8 9 00FF | 0001 08 09 00ff
            SSHFP | 2 1 123456789abcdef67890123456789abcdef67890 | 02 01 123456789abcdef67890123456789abcdef67890 | 2 1 123456789ABCDEF67890123456789ABCDEF67890
            RRSIG | A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1 W6WNGv+l | 0001 05 03 00015180 3e7c9dd7 3e5510d7 0a52 <example.com.> a090755ba58d1affa5 | A 5 3 86400 20030322173103 20030220173103 2642 example.com. oJB1W6WNGv+l
            NSEC | host.example.com. A MX RRSIG NSEC TYPE1234 | <host.example.com.> 0006 400100000003 041b 0000000000000000000000000000000000000000000000000000 20
            NSEC | a.example. | <a.example.>
            DNSKEY | 256 3 RSASHA1 AQID BAUG | 0100 03 05 010203040506 | 256 3 5 AQIDBAUG
            CDNSKEY | 0 3 0 AA== | 0000 03 00 00
            KEY | 512 3 1 AQID | 0200 03 01 010203
            DHCID | AAIBY2/AuCccgoJbsaxcQc9TUapptP69lOjxfNuVAA2kjEA= | 0002 01 636fc0b8271c82825bb1ac5c41cf5351aa69b4febd94e8f17cdb95000da48c40
            NSEC3 | 1 1 12 aabbccdd 2t7b4g4vsa5smi47k61mv5bv1a22bojr MX DNSKEY NS SOA NSEC3PARAM RRSIG | 01 01 000c 04 aabbccdd 14 174eb2409fe28bcb4887a1836f957f0a8425e27b 0007 22010000000290 | 1 1 12 AABBCCDD 2T7B4G4VSA5SMI47K61MV5BV1A22BOJR NS SOA MX RRSIG DNSKEY NSEC3PARAM
            NSEC3PARAM | 1 0 0 - | 01 00 0000 00
            NSEC3PARAM | 1 0 12 aabbccdd | 01 00 000c 04 aabbccdd | 1 0 12 AABBCCDD
            TLSA | 3 255 0 30 03 0201 00 | 03 ff 00 3003020100 | 3 255 0 3003020100
            SMIMEA | 0 0 1 d2abde24 | 00 00 01 d2abde24 | 0 0 1 D2ABDE24
            OPENPGPKEY | AQID | 010203
            CSYNC | 66 3 A NS AAAA | 00000042 0003 0004 60000008
            ZONEMD | 2018031900 1 240 c68090d90a7aed716bc459f9 | 7848b91c 01 f0 c68090d90a7aed716bc459f9 | 2018031900 1 240 C68090D90A7AED716BC459F9
            SVCB | 0 foo.example.com. | 0000 <foo.example.com.>
            HTTPS | 1 . | 0001 00
            SVCB | 16 foo.example.com. port=53 | 0010 <foo.example.com.> 0003 0002 0035
            SVCB | 1 foo.example.com. key667=hello | 0001 <foo.example.com.> 029b 0005 'hello' | 1 foo.example.com. key667="hello"
            SVCB | 1 foo.example.com. key667="hello\\210qoo" | 0001 <foo.example.com.> 029b 0009 'hello' d2 'qoo'
            SVCB | 1 foo.example.com. key667="hello world" | 0001 <foo.example.com.> 029b 000b 'hello world'
            SVCB | 1 foo.example.com. ipv6hint="2001:db8::1,2001:db8::53:1" | 0001 <foo.example.com.> 0006 0020 20010db8000000000000000000000001 20010db8000000000000000000530001 | 1 foo.example.com. ipv6hint=2001:db8::1,2001:db8::53:1
            SVCB | 1 example.com. ipv6hint="2001:db8:122:344::192.0.2.33" | 0001 <example.com.> 0006 0010 20010db8012203440000 0000 c0000221 | 1 example.com. ipv6hint=2001:db8:122:344::c000:221
            SVCB | 16 foo.example.org. alpn=h2,h3-19 mandatory=ipv4hint,alpn ipv4hint=192.0.2.1 | 0010 <foo.example.org.> 0000 0004 0001 0004 0001 0009 02'h2' 05'h3-19' 0004 0004 c0000201 | 16 foo.example.org. mandatory=alpn,ipv4hint alpn="h2,h3-19" ipv4hint=192.0.2.1
            SVCB | 16 foo.example.org. alpn="f\\\\\\\\oo\\\\,bar,h2" | 0010 <foo.example.org.> 0001 000c 08 'f' 5c 'oo,bar' 02'h2'
            SVCB | 16 foo.example.org. alpn=f\\\\\\092oo\\092,bar,h2 | 0010 <foo.example.org.> 0001 000c 08 'f' 5c 'oo,bar' 02'h2' | 16 foo.example.org. alpn="f\\\\\\\\oo\\\\,bar,h2"
            HTTPS | 1 . no-default-alpn alpn=h3 ech=AQID ohttp key9 | 0001 00 0001 0003 02'h3' 0002 0000 0005 0003 010203 0008 0000 0009 0000 | 1 . alpn="h3" no-default-alpn ech=AQID ohttp key9
            HTTPS | 1 . key3=\\001\\187 | 0001 00 0003 0002 01bb | 1 . port=443
            SVCB | 1 dns.example. dohpath=/q{?dns} | 0001 <dns.example.> 0007 0008 '/q{?dns}' | 1 dns.example. dohpath="/q{?dns}"
            NID | 10 0014:4fff:ff20:ee64 | 000a 00144fffff20ee64
            L32 | 10 10.1.2.0 | 000a 0a010200
            L64 | 10 2001:0DB8:1140:1000 | 000a 20010db811401000 | 10 2001:0db8:1140:1000
            LP | 10 l64-subnet1.example.com. | 000a <l64-subnet1.example.com.>
            EUI48 | 00-00-5e-00-53-2a | 00005e00532a
            EUI64 | 00-00-5e-ef-10-00-00-2a | 00005eef1000002a
            URI | 10 1 "ftp://ftp1.example.com/public" | 000a 0001 'ftp://ftp1.example.com/public'
            CAA | 0 issue "ca1.example.net; accounturi=x" | 00 05'issue' 'ca1.example.net; accounturi=x'
            CAA | 128 tbs Unknown | 80 03'tbs' 'Unknown' | 128 tbs "Unknown"
            TYPE65400 | \\# 3 01 02 ff | 0102ff | \\# 3 0102FF
            TYPE65400 | \\# 0 | | \\# 0
            A | \\# 4 c0000202 | c0000202 | 192.0.2.2
            TLSA | \\# 3 030000 | 030000 | \\# 3 030000
            """;

    /// {@return all samples}
    public static List<RecordSamples> all() {
        return SAMPLES.lines().map(RecordSamples::sample).toList();
    }

    private static RecordSamples sample(String line) {
        String[] parts = line.split(" ?\\| ?", -1);
        return new RecordSamples(
                RecordType.parse(parts[0]).orElseThrow(),
                parts[1],
                parts[2],
                parts.length > 3 ? parts[3] : parts[1]);
    }

    private static final Pattern PIECE =
            Pattern.compile("<([^>]*)>|'([^']*)'|([0-9A-Fa-f]{2})|\\s+");

    byte[] octets() {
        var octets = new ByteArrayOutputStream();
        var pieces = PIECE.matcher(wire);
        int at = 0;
        while (pieces.find() && pieces.start() == at) {
            at = pieces.end();
            if (pieces.group(1) != null) {
                octets.writeBytes(name(pieces.group(1)));
            } else if (pieces.group(2) != null) {
                octets.writeBytes(pieces.group(2).getBytes(StandardCharsets.US_ASCII));
            } else if (pieces.group(3) != null) {
                octets.writeBytes(HexFormat.of().parseHex(pieces.group(3)));
            }
        }
        if (at != wire.length()) {
            throw new IllegalArgumentException(wire);
        }
        return octets.toByteArray();
    }

    private static byte[] name(String name) {
        var octets = new ByteArrayOutputStream();
        for (String label : name.split("[.]")) {
            octets.write(label.length());
            octets.writeBytes(label.getBytes(StandardCharsets.US_ASCII));
        }
        octets.write(0);
        return octets.toByteArray();
    }

    @Override
    public String toString() {
        return type + " " + text;
    }
}

package io.github.dnscli.common.record;

import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/// The type of a record: any of the 65536, whether it has a mnemonic in the IANA registry or not.
///
/// @param value 0 to 65535
public record RecordType(int value) implements Comparable<RecordType> {

    /// Address of a host, IPv4 (RFC 1035).
    public static final RecordType A = new RecordType(1);

    /// Name server of a zone (RFC 1035).
    public static final RecordType NS = new RecordType(2);

    /// Alias (RFC 1035).
    public static final RecordType CNAME = new RecordType(5);

    /// Start of a zone's authority (RFC 1035).
    public static final RecordType SOA = new RecordType(6);

    /// Pointer, mostly from addresses to names (RFC 1035).
    public static final RecordType PTR = new RecordType(12);

    /// Host information (RFC 1035, RFC 8482).
    public static final RecordType HINFO = new RecordType(13);

    /// Mail exchanger (RFC 1035).
    public static final RecordType MX = new RecordType(15);

    /// Text (RFC 1035).
    public static final RecordType TXT = new RecordType(16);

    /// Responsible person (RFC 1183).
    public static final RecordType RP = new RecordType(17);

    /// AFS database (RFC 1183).
    public static final RecordType AFSDB = new RecordType(18);

    /// Signature of old, and of transactions (RFC 2535, RFC 2931).
    public static final RecordType SIG = new RecordType(24);

    /// Key of old, and of transactions (RFC 2535, RFC 3445).
    public static final RecordType KEY = new RecordType(25);

    /// Address of a host, IPv6 (RFC 3596).
    public static final RecordType AAAA = new RecordType(28);

    /// Place on earth (RFC 1876).
    public static final RecordType LOC = new RecordType(29);

    /// Where a service runs (RFC 2782).
    public static final RecordType SRV = new RecordType(33);

    /// Rewriting rule (RFC 3403).
    public static final RecordType NAPTR = new RecordType(35);

    /// Certificate (RFC 4398).
    public static final RecordType CERT = new RecordType(37);

    /// Alias of a whole subtree (RFC 6672).
    public static final RecordType DNAME = new RecordType(39);

    /// Pseudo-record of EDNS (RFC 6891).
    public static final RecordType OPT = new RecordType(41);

    /// Delegation signer (RFC 4034).
    public static final RecordType DS = new RecordType(43);

    /// SSH key fingerprint (RFC 4255).
    public static final RecordType SSHFP = new RecordType(44);

    /// Signature (RFC 4034).
    public static final RecordType RRSIG = new RecordType(46);

    /// Authenticated denial (RFC 4034).
    public static final RecordType NSEC = new RecordType(47);

    /// Zone key (RFC 4034).
    public static final RecordType DNSKEY = new RecordType(48);

    /// Hashed authenticated denial (RFC 5155).
    public static final RecordType NSEC3 = new RecordType(50);

    /// Its parameters (RFC 5155).
    public static final RecordType NSEC3PARAM = new RecordType(51);

    /// Certificate association (RFC 6698).
    public static final RecordType TLSA = new RecordType(52);

    /// S/MIME certificate association (RFC 8162).
    public static final RecordType SMIMEA = new RecordType(53);

    /// DS for the parent to take over (RFC 7344).
    public static final RecordType CDS = new RecordType(59);

    /// DNSKEY for the parent to take over (RFC 7344).
    public static final RecordType CDNSKEY = new RecordType(60);

    /// OpenPGP key (RFC 7929).
    public static final RecordType OPENPGPKEY = new RecordType(61);

    /// Child-to-parent synchronisation (RFC 7477).
    public static final RecordType CSYNC = new RecordType(62);

    /// Digest of a zone (RFC 8976).
    public static final RecordType ZONEMD = new RecordType(63);

    /// Service binding (RFC 9460).
    public static final RecordType SVCB = new RecordType(64);

    /// Service binding for HTTPS (RFC 9460).
    public static final RecordType HTTPS = new RecordType(65);

    /// Where to send notifications for a delegation (RFC 9859).
    public static final RecordType DSYNC = new RecordType(66);

    /// Key establishment (RFC 2930).
    public static final RecordType TKEY = new RecordType(249);

    /// Transaction signature (RFC 8945).
    public static final RecordType TSIG = new RecordType(250);

    /// Incremental transfer (RFC 1995).
    public static final RecordType IXFR = new RecordType(251);

    /// Full transfer (RFC 5936).
    public static final RecordType AXFR = new RecordType(252);

    /// Every type at a name (RFC 8482).
    public static final RecordType ANY = new RecordType(255);

    /// Where a service runs, as a URI (RFC 7553).
    public static final RecordType URI = new RecordType(256);

    /// Who may issue certificates (RFC 8659).
    public static final RecordType CAA = new RecordType(257);

    /// Delegation with parameters (draft-ietf-deleg).
    public static final RecordType DELEG = new RecordType(61440);

    private static final Map<Integer, String> MNEMONICS = new HashMap<>();
    private static final TypeWords WORDS;

    /// The types that zones are full of, so that a record needs no new one.
    private static final List<RecordType> COMMON =
            IntStream.range(0, 512).mapToObj(RecordType::new).toList();

    static {
        var byMnemonic = new HashMap<String, RecordType>();
        for (String row :
                """
                A=1 NS=2 MD=3 MF=4 CNAME=5 SOA=6 MB=7 MG=8 MR=9 NULL=10 WKS=11 PTR=12 HINFO=13 MINFO=14 MX=15
                TXT=16 RP=17 AFSDB=18 X25=19 ISDN=20 RT=21 NSAP=22 NSAP-PTR=23 SIG=24 KEY=25 PX=26 GPOS=27
                AAAA=28 LOC=29 NXT=30 EID=31 NIMLOC=32 SRV=33 ATMA=34 NAPTR=35 KX=36 CERT=37 A6=38 DNAME=39
                SINK=40 OPT=41 APL=42 DS=43 SSHFP=44 IPSECKEY=45 RRSIG=46 NSEC=47 DNSKEY=48 DHCID=49 NSEC3=50
                NSEC3PARAM=51 TLSA=52 SMIMEA=53 HIP=55 NINFO=56 RKEY=57 TALINK=58 CDS=59 CDNSKEY=60
                OPENPGPKEY=61 CSYNC=62 ZONEMD=63 SVCB=64 HTTPS=65 DSYNC=66 HHIT=67 BRID=68 UNECE=69 ISO=70
                SPF=99 UINFO=100 UID=101 GID=102 UNSPEC=103 NID=104 L32=105 L64=106 LP=107 EUI48=108 EUI64=109
                NXNAME=128 TKEY=249 TSIG=250 IXFR=251 AXFR=252 MAILB=253 MAILA=254 ANY=255 URI=256 CAA=257
                AVC=258 DOA=259 AMTRELAY=260 RESINFO=261 WALLET=262 CLA=263 IPN=264 TA=32768 DLV=32769
                DELEG=61440
                """
                        .strip()
                        .split("\\s+")) {
            int equals = row.indexOf('=');
            var type = new RecordType(Integer.parseInt(row.substring(equals + 1)));
            MNEMONICS.put(type.value, row.substring(0, equals));
            byMnemonic.put(row.substring(0, equals), type);
        }
        WORDS = new TypeWords(byMnemonic);
    }

    /// Checks the range.
    public RecordType {
        if (value < 0 || value > 0xffff) {
            throw new IllegalArgumentException("type " + value + " is not in 0..65535");
        }
    }

    /// {@return the type a text names: a mnemonic in any case, or `TYPE` and a number (RFC 3597 §5)}
    public static Optional<RecordType> parse(String text) {
        byte[] octets = text.getBytes(StandardCharsets.UTF_8);
        int value = valueOf(octets, 0, octets.length);
        return value < 0 ? Optional.empty() : Optional.of(of(value));
    }

    /// {@return the number of the type that a part of a text names, as [#parse] reads it; -1 when it names none}
    public static int valueOf(byte[] text, int start, int end) {
        return WORDS.find(text, start, end);
    }

    /// {@return the type of a number}
    ///
    /// @param value 0 to 65535
    public static RecordType of(int value) {
        return value >= 0 && value < COMMON.size() ? COMMON.get(value) : new RecordType(value);
    }

    /// {@return whether the type never stands in a zone: it asks, belongs to the message, or is 0, which is reserved
    /// (RFC 6895 §3.1)}
    public boolean isMeta() {
        return value == 0 || equals(OPT) || value >= 128 && value <= 255;
    }

    /// {@return whether the type may stand beside a CNAME (RFC 2181 §10.1, RFC 4034 §2.5, RFC 3007 §3)}
    public boolean mayStandBesideCname() {
        return equals(CNAME) || equals(RRSIG) || equals(NSEC) || equals(KEY);
    }

    @Override
    public int compareTo(RecordType other) {
        return Integer.compare(value, other.value);
    }

    /// {@return the mnemonic, or `TYPE` and the number}
    @Override
    public String toString() {
        String mnemonic = MNEMONICS.get(value);
        return mnemonic == null ? "TYPE" + value : mnemonic;
    }
}

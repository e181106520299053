package io.github.dnscli.common.record;

import java.util.OptionalInt;

/// Names of numbers that may stand in zone files: those of the IANA registries, and what BIND calls some of them. Nothing
/// is made of them before somebody uses one, which few zones do.
///
/// @param rows rows of `NAME=number`, in upper case, parted by white space
record Mnemonics(String rows) {

    /// No number has a name.
    static final Mnemonics NONE = new Mnemonics("");

    /// DNSSEC algorithms (RFC 4034 appendix A.1, RFC 9558, RFC 9563).
    static final Mnemonics ALGORITHMS =
            new Mnemonics(
                    """
                    RSAMD5=1 DH=2 DSA=3 ECC=4 RSASHA1=5 DSA-NSEC3-SHA1=6 NSEC3DSA=6 RSASHA1-NSEC3-SHA1=7
                    NSEC3RSASHA1=7 RSASHA256=8 RSASHA512=10 ECC-GOST=12 ECCGOST=12 ECDSAP256SHA256=13
                    ECDSAP384SHA384=14 ED25519=15 ED448=16 SM2SM3=17 ECC-GOST12=23 INDIRECT=252
                    PRIVATEDNS=253 PRIVATEOID=254
                    """);

    /// Certificate types (RFC 4398 §2.1).
    static final Mnemonics CERTIFICATE_TYPES =
            new Mnemonics(
                    """
                    PKIX=1 SPKI=2 PGP=3 IPKIX=4 ISPKI=5 IPGP=6 ACPKIX=7 IACPKIX=8 URI=253 OID=254
                    """);

    /// Digests of DS records (RFC 4034 appendix A.2, RFC 4509, RFC 5933, RFC 6605, RFC 9558, RFC 9563).
    static final Mnemonics DIGESTS =
            new Mnemonics(
                    """
                    SHA-1=1 SHA1=1 SHA-256=2 SHA256=2 GOST=3 SHA-384=4 SHA384=4 GOST12=5 SM3=6
                    """);

    /// Protocols of KEY records (RFC 2535 §7.1).
    static final Mnemonics KEY_PROTOCOLS =
            new Mnemonics("NONE=0 TLS=1 EMAIL=2 DNSSEC=3 IPSEC=4 ALL=255");

    /// Flags of KEY and DNSKEY records (RFC 2535 §7.1, RFC 3757, RFC 5011 §3).
    static final Mnemonics KEY_FLAGS =
            new Mnemonics(
                    """
                    NOCONF=0x4000 NOAUTH=0x8000 NOKEY=0xC000 FLAG2=0x2000 EXTEND=0x1000 FLAG4=0x0800 FLAG5=0x0400
                    USER=0 ZONE=0x0100 HOST=0x0200 NTYP3=0x0300 FLAG8=0x0080 FLAG9=0x0040 FLAG10=0x0020
                    FLAG11=0x0010 SIG0=0 SIG1=1 SIG2=2 SIG3=3 SIG4=4 SIG5=5 SIG6=6 SIG7=7 SIG8=8 SIG9=9
                    SIG10=10 SIG11=11 SIG12=12 SIG13=13 SIG14=14 SIG15=15 KSK=1 REVOKE=0x0080
                    """);

    Mnemonics {
        rows = ' ' + rows.strip().replace('\n', ' ') + ' ';
    }

    /// {@return the number that a word names}
    ///
    /// @param word in upper case
    OptionalInt find(String word) {
        int row = word.contains("=") ? -1 : rows.indexOf(' ' + word + '=');
        if (row < 0) {
            return OptionalInt.empty();
        }
        int number = row + word.length() + 2;
        return OptionalInt.of(Integer.decode(rows.substring(number, rows.indexOf(' ', number))));
    }
}

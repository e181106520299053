package io.github.dnscli.common.record;

import java.util.HashMap;
import java.util.Map;

/// The names of numbers that may stand in zone files: those of the IANA registries, and what BIND calls some of them.
final class Mnemonics {

    /// DNSSEC algorithms (RFC 4034 appendix A.1, RFC 9558, RFC 9563).
    static final Map<String, Integer> ALGORITHMS =
            of(
                    """
                    RSAMD5=1 DH=2 DSA=3 ECC=4 RSASHA1=5 DSA-NSEC3-SHA1=6 NSEC3DSA=6 RSASHA1-NSEC3-SHA1=7
                    NSEC3RSASHA1=7 RSASHA256=8 RSASHA512=10 ECC-GOST=12 ECCGOST=12 ECDSAP256SHA256=13
                    ECDSAP384SHA384=14 ED25519=15 ED448=16 SM2SM3=17 ECC-GOST12=23 INDIRECT=252
                    PRIVATEDNS=253 PRIVATEOID=254
                    """);

    /// Certificate types (RFC 4398 §2.1).
    static final Map<String, Integer> CERTIFICATE_TYPES =
            of(
                    """
                    PKIX=1 SPKI=2 PGP=3 IPKIX=4 ISPKI=5 IPGP=6 ACPKIX=7 IACPKIX=8 URI=253 OID=254
                    """);

    /// Digests of DS records (RFC 4034 appendix A.2, RFC 4509, RFC 5933, RFC 6605, RFC 9558, RFC 9563).
    static final Map<String, Integer> DIGESTS =
            of(
                    """
                    SHA-1=1 SHA1=1 SHA-256=2 SHA256=2 GOST=3 SHA-384=4 SHA384=4 GOST12=5 SM3=6
                    """);

    /// Protocols of KEY records (RFC 2535 §7.1).
    static final Map<String, Integer> KEY_PROTOCOLS =
            of("NONE=0 TLS=1 EMAIL=2 DNSSEC=3 IPSEC=4 ALL=255");

    /// Flags of KEY and DNSKEY records (RFC 2535 §7.1, RFC 3757, RFC 5011 §3).
    static final Map<String, Integer> KEY_FLAGS =
            of(
                    """
                    NOCONF=0x4000 NOAUTH=0x8000 NOKEY=0xC000 FLAG2=0x2000 EXTEND=0x1000 FLAG4=0x0800 FLAG5=0x0400
                    USER=0 ZONE=0x0100 HOST=0x0200 NTYP3=0x0300 FLAG8=0x0080 FLAG9=0x0040 FLAG10=0x0020
                    FLAG11=0x0010 SIG0=0 SIG1=1 SIG2=2 SIG3=3 SIG4=4 SIG5=5 SIG6=6 SIG7=7 SIG8=8 SIG9=9
                    SIG10=10 SIG11=11 SIG12=12 SIG13=13 SIG14=14 SIG15=15 KSK=1 REVOKE=0x0080
                    """);

    /// What people call certificate usages (RFC 7218 §2.1).
    static final Map<String, Integer> CERTIFICATE_USAGES =
            of("PKIX-TA=0 PKIX-EE=1 DANE-TA=2 DANE-EE=3 PRIVCERT=255");

    /// What people call selectors (RFC 7218 §2.2).
    static final Map<String, Integer> SELECTORS = of("CERT=0 SPKI=1 PRIVSEL=255");

    /// What people call matching types (RFC 7218 §2.3).
    static final Map<String, Integer> MATCHING_TYPES =
            of("FULL=0 SHA2-256=1 SHA2-512=2 PRIVMATCH=255");

    /// What people call the algorithms of SSH keys (RFC 4255, RFC 6594, RFC 7479, RFC 8709).
    static final Map<String, Integer> SSH_ALGORITHMS =
            of("RSA=1 DSA=2 DSS=2 ECDSA=3 ED25519=4 ED448=6");

    /// What people call the digests of SSH keys (RFC 4255 §3.1.2, RFC 6594 §3.2).
    static final Map<String, Integer> SSH_DIGESTS = of("SHA-1=1 SHA1=1 SHA-256=2 SHA256=2");

    /// Protocols above IP that the services of WKS records use (RFC 1035 §3.4.2).
    static final Map<String, Integer> INTERNET_PROTOCOLS =
            of("ICMP=1 IGMP=2 GGP=3 TCP=6 EGP=8 PUP=12 UDP=17 HMP=20 XNS-IDP=22 RDP=27");

    /// Ports of services that WKS records name (RFC 1010).
    static final Map<String, Integer> SERVICES =
            of(
                    """
                    RJE=5 ECHO=7 DISCARD=9 SYSTAT=11 USERS=11 DAYTIME=13 NETSTAT=15 QOTD=17 QUOTE=17 CHARGEN=19
                    FTP-DATA=20 FTP=21 SSH=22 TELNET=23 SMTP=25 NSW-FE=27 MSG-ICP=29 MSG-AUTH=31 DSP=33 TIME=37
                    RLP=39 GRAPHICS=41 NAME=42 NAMESERVER=42 NICNAME=43 WHOIS=43 MPM-FLAGS=44 MPM=45
                    MPM-SND=46 NI-FTP=47 LOGIN=49 LA-MAINT=51 DOMAIN=53 ISI-GL=55 NI-MAIL=61 VIA-FTP=63
                    TACACS-DS=65 BOOTPS=67 BOOTPC=68 TFTP=69 GOPHER=70 NETRJS-1=71 NETRJS-2=72 NETRJS-3=73
                    NETRJS-4=74 FINGER=79 HTTP=80 WWW=80 HOSTS2-NS=81 SU-MIT-TG=89 MIT-DOV=91 DCP=93 SUPDUP=95
                    SWIFT-RVF=97 TACNEWS=98 METAGRAM=99 NEWACCT=100 HOSTNAME=101 HOSTNAMES=101 ISO-TSAP=102
                    X400=103 X400-SND=104 CSNET-NS=105 RTELNET=107 POP2=109 POP3=110 SUNRPC=111 AUTH=113
                    SFTP=115 UUCP-PATH=117 NNTP=119 ERPC=121 NTP=123 LOCUS-MAP=125 LOCUS-CON=127 PWDGEN=129
                    CISCO-FNA=130 NETBIOS-NS=137 NETBIOS-DGM=138 NETBIOS-SSN=139 IMAP=143 IMAP2=143 SNMP=161
                    SNMPTRAP=162 LDAP=389 HTTPS=443
                    """);

    private Mnemonics() {}

    private static Map<String, Integer> of(String rows) {
        var names = new HashMap<String, Integer>();
        for (String row : rows.strip().split("\\s+")) {
            int equals = row.indexOf('=');
            names.put(row.substring(0, equals), Integer.decode(row.substring(equals + 1)));
        }
        return Map.copyOf(names);
    }
}

package io.github.dnscli.common.record;

/// What WKS records may call protocols and ports.
final class PortNames {

    /// Protocols above IP that the services of WKS records use (RFC 1035 §3.4.2).
    static final Mnemonics INTERNET_PROTOCOLS =
            new Mnemonics("ICMP=1 IGMP=2 GGP=3 TCP=6 EGP=8 PUP=12 UDP=17 HMP=20 XNS-IDP=22 RDP=27");

    /// Ports of services that WKS records name (RFC 1010).
    static final Mnemonics SERVICES =
            new Mnemonics(
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

    private PortNames() {}
}

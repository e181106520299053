package io.github.dnscli.common.wire;

/// How a server answered (RFC 1035 §4.1.1, RFC 2136 §2.2), EDNS extension included (RFC 6891 §6.1.3).
///
/// @param value 0 to 4095
public record Rcode(int value) {

    /// No error.
    public static final Rcode NOERROR = new Rcode(0);

    /// The request could not be read.
    public static final Rcode FORMERR = new Rcode(1);

    /// The server has trouble of its own.
    public static final Rcode SERVFAIL = new Rcode(2);

    /// The name does not exist.
    public static final Rcode NXDOMAIN = new Rcode(3);

    /// The server cannot do that.
    public static final Rcode NOTIMP = new Rcode(4);

    /// The server does not want to do that.
    public static final Rcode REFUSED = new Rcode(5);

    /// A name exists that must not (UPDATE).
    public static final Rcode YXDOMAIN = new Rcode(6);

    /// A record set exists that must not (UPDATE).
    public static final Rcode YXRRSET = new Rcode(7);

    /// A record set does not exist that must (UPDATE).
    public static final Rcode NXRRSET = new Rcode(8);

    /// The server is not authoritative for the zone, or the request is not authorized (RFC 8945 §5.2).
    public static final Rcode NOTAUTH = new Rcode(9);

    /// A name in the request is outside the zone (UPDATE).
    public static final Rcode NOTZONE = new Rcode(10);

    /// The EDNS version is not known.
    public static final Rcode BADVERS = new Rcode(16);

    private static final String[] NAMES = {
        "NOERROR",
        "FORMERR",
        "SERVFAIL",
        "NXDOMAIN",
        "NOTIMP",
        "REFUSED",
        "YXDOMAIN",
        "YXRRSET",
        "NXRRSET",
        "NOTAUTH",
        "NOTZONE"
    };

    @Override
    public String toString() {
        if (value < NAMES.length) {
            return NAMES[value];
        }
        return value == 16 ? "BADVERS" : "RCODE" + value;
    }
}

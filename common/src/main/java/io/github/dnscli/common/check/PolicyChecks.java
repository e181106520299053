package io.github.dnscli.common.check;

import io.github.dnscli.common.finding.Check;
import io.github.dnscli.common.finding.Severity;
import java.util.List;

/// The checks of what is wise in a zone, by their permanent ids.
public final class PolicyChecks {

    /// A name server or mail exchanger that looks like an IP address.
    public static final Check TARGET_IS_ADDRESS = Check.policy("target-is-address");

    /// A TTL longer than somebody allows.
    public static final Check TTL_TOO_LONG = unasked("ttl-too-long");

    /// A host name is expected and something else stands there.
    public static final Check NOT_A_HOSTNAME = Check.policy("not-a-hostname");

    /// An alias at `_acme-challenge` to a name of a zone at hand that does not exist.
    public static final Check DANGLING_DELEGATED_CHALLENGE =
            Check.policy("dangling-delegated-challenge");

    /// A `*` that is not the leftmost label, and so no wildcard (RFC 4592 §2.1.1).
    public static final Check WILDCARD_NOT_LEFTMOST = Check.policy("wildcard-not-leftmost");

    /// A delegation or a DNAME record at a wildcard (RFC 4592 §4.2, §4.4).
    public static final Check WILDCARD_NS = Check.policy("wildcard-ns");

    /// A sender policy of the SPF type alone (RFC 7208 §3.1).
    public static final Check SPF_WITHOUT_TXT = Check.policy("spf-without-txt");

    /// A TXT record that says nothing.
    public static final Check EMPTY_TXT = Check.policy("empty-txt");

    /// An alias of a service with parameters, which clients ignore (RFC 9460 §2.4.2).
    public static final Check SVCB_ALIAS_PARAMETERS = Check.policy("svcb-alias-parameters");

    /// An `@` in the mailbox of the SOA record (RFC 1035 §3.3.13).
    public static final Check SOA_RNAME_AT_SIGN = Check.policy("soa-rname-at-sign");

    /// Timers of the SOA record that do not fit each other, or are absurd (RFC 1912 §2.2).
    public static final Check SOA_TIMERS = Check.policy("soa-timers");

    /// A TLSA record whose owner names no port and protocol, or no host with an address (RFC 6698 §3).
    public static final Check TLSA_OWNER = Check.policy("tlsa-owner");

    /// A CAA flag or property that nobody knows (RFC 8659 §4.1).
    public static final Check CAA_UNKNOWN = Check.policy("caa-unknown");

    /// A DNSSEC algorithm that nobody should use any more (RFC 8624).
    public static final Check DEPRECATED_ALGORITHM = Check.policy("deprecated-algorithm");

    /// Iterations or a salt of NSEC3 (RFC 9276 §3.1).
    public static final Check NSEC3_ITERATIONS = Check.policy("nsec3-iterations");

    /// Two zone keys with the same tag (RFC 4034 appendix B).
    public static final Check DUPLICATE_KEY_TAG = Check.policy("duplicate-key-tag");

    /// A sender policy that is malformed (RFC 7208).
    public static final Check SPF_SYNTAX = unasked("spf-syntax");

    /// A DMARC policy that is malformed (RFC 7489).
    public static final Check DMARC_SYNTAX = unasked("dmarc-syntax");

    /// A DKIM key record that is malformed (RFC 6376).
    public static final Check DKIM_SYNTAX = unasked("dkim-syntax");

    private PolicyChecks() {}

    /// {@return all of them}
    public static List<Check> all() {
        return List.of(
                TARGET_IS_ADDRESS,
                TTL_TOO_LONG,
                NOT_A_HOSTNAME,
                DANGLING_DELEGATED_CHALLENGE,
                WILDCARD_NOT_LEFTMOST,
                WILDCARD_NS,
                SPF_WITHOUT_TXT,
                EMPTY_TXT,
                SVCB_ALIAS_PARAMETERS,
                SOA_RNAME_AT_SIGN,
                SOA_TIMERS,
                TLSA_OWNER,
                CAA_UNKNOWN,
                DEPRECATED_ALGORITHM,
                NSEC3_ITERATIONS,
                DUPLICATE_KEY_TAG,
                SPF_SYNTAX,
                DMARC_SYNTAX,
                DKIM_SYNTAX);
    }

    private static Check unasked(String id) {
        return Check.policy(id).as(Severity.OFF);
    }
}

package io.github.dnscli.common.wire;

import java.nio.charset.StandardCharsets;
import java.util.List;

/// One option of EDNS.
public sealed interface EdnsOption {

    /// Why a server answered as it did (RFC 8914).
    ///
    /// @param code the info-code, 0 to 65535
    /// @param text more, for people; may be empty
    record ExtendedError(int code, String text) implements EdnsOption {

        /// The option's code.
        public static final int CODE = 15;

        /// Nothing more fitting is defined.
        public static final int OTHER = 0;

        /// The server does not have the zone yet, or no more (RFC 8914 §4.15).
        public static final int NOT_READY = 14;

        /// The client has no right to that (RFC 8914 §4.19).
        public static final int PROHIBITED = 18;

        /// The server is not authoritative for the name (RFC 8914 §4.21).
        public static final int NOT_AUTHORITATIVE = 20;

        /// What the codes from 0 on mean (RFC 8914 §4).
        private static final List<String> MEANINGS =
                List.of(
                        "other",
                        "unsupported DNSKEY algorithm",
                        "unsupported DS digest type",
                        "stale answer",
                        "forged answer",
                        "DNSSEC indeterminate",
                        "DNSSEC bogus",
                        "signature expired",
                        "signature not yet valid",
                        "DNSKEY missing",
                        "RRSIGs missing",
                        "no zone key bit set",
                        "NSEC missing",
                        "cached error",
                        "not ready",
                        "blocked",
                        "censored",
                        "filtered",
                        "prohibited",
                        "stale NXDOMAIN answer",
                        "not authoritative",
                        "not supported",
                        "no reachable authority",
                        "network error",
                        "invalid data");

        /// {@return the code, what it means if that is known, and what else is said, for people}
        public String words() {
            String meaning = code < MEANINGS.size() ? " (" + MEANINGS.get(code) + ")" : "";
            return "extended error " + code + meaning + (text.isEmpty() ? "" : ": " + text);
        }
    }

    /// An option we carry and do not read.
    ///
    /// @param code 0 to 65535
    /// @param data one character per octet
    record Opaque(int code, String data) implements EdnsOption {

        /// The code of the option that asks for a server's name, and says it (RFC 5001).
        public static final int NSID = 3;

        /// {@return a server's name}
        public static Opaque nsid(String name) {
            byte[] octets = name.getBytes(StandardCharsets.UTF_8);
            return new Opaque(NSID, new String(octets, StandardCharsets.ISO_8859_1));
        }

        /// {@return the octets}
        public byte[] octets() {
            return data.getBytes(StandardCharsets.ISO_8859_1);
        }
    }
}

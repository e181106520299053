package io.github.dnscli.common.wire;

import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/// Why a signature does not count (RFC 8945 §5.2, §5.3), and what to do about it.
public sealed interface TsigFault {

    /// Who found the fault.
    enum Judge {
        /// A server, in a request: ourselves when we serve, or the one that told us so.
        SERVER,
        /// A client, in a reply.
        CLIENT
    }

    /// {@return what is wrong and what to do, for people}
    String message();

    /// {@return what a server says of it in the TSIG record of its reply}
    TsigError error();

    /// {@return what a server says of it in the header of its reply}
    default Rcode rcode() {
        return Rcode.NOTAUTH;
    }

    /// The key or its algorithm is not the expected one.
    ///
    /// @param key the key's name
    /// @param algorithm the algorithm's name
    /// @param judge who found it
    record BadKey(DomainName key, DomainName algorithm, Judge judge) implements TsigFault {

        @Override
        public String message() {
            return switch (judge) {
                case SERVER ->
                        "server does not know %s (BADKEY); compare the name and the algorithm of the key with the server's"
                                .formatted(words(key, algorithm));
                case CLIENT ->
                        "reply is signed with another key than the request, with %s"
                                .formatted(words(key, algorithm));
            };
        }

        @Override
        public TsigError error() {
            return TsigError.BADKEY;
        }
    }

    /// The signature is not the one that the key gives this message.
    ///
    /// @param key the key's name
    /// @param algorithm the algorithm's name
    /// @param judge who found it
    record BadSignature(DomainName key, DomainName algorithm, Judge judge) implements TsigFault {

        @Override
        public String message() {
            return switch (judge) {
                case SERVER ->
                        "server finds the signature by %s wrong (BADSIG); compare the secret of the key with the server's"
                                .formatted(words(key, algorithm));
                case CLIENT ->
                        "reply's signature by %s is wrong (BADSIG); it was signed with another secret, or changed on its way"
                                .formatted(words(key, algorithm));
            };
        }

        @Override
        public TsigError error() {
            return TsigError.BADSIG;
        }
    }

    /// The clocks are too far apart.
    ///
    /// @param key the key's name
    /// @param theirs the other side's clock
    /// @param ours our clock
    /// @param judge who found it
    record BadTime(DomainName key, Instant theirs, Instant ours, Judge judge) implements TsigFault {

        /// Cuts the clocks to whole seconds.
        public BadTime {
            theirs = theirs.truncatedTo(ChronoUnit.SECONDS);
            ours = ours.truncatedTo(ChronoUnit.SECONDS);
        }

        @Override
        public String message() {
            long apart = Duration.between(theirs, ours).abs().toSeconds();
            return "signature by key '%s' is out of time (BADTIME): their clock says %s, ours %s, %s s apart; set the wrong clock"
                    .formatted(key.display(), theirs, ours, apart);
        }

        @Override
        public TsigError error() {
            return TsigError.BADTIME;
        }
    }

    /// The signature is cut shorter than the other side takes.
    ///
    /// @param key the key's name
    /// @param judge who found it
    record BadTruncation(DomainName key, Judge judge) implements TsigFault {

        @Override
        public String message() {
            return switch (judge) {
                case SERVER ->
                        "server finds the signature by key '%s' cut too short (BADTRUNC); let both sides use the whole signature"
                                .formatted(key.display());
                case CLIENT ->
                        "reply's signature by key '%s' is cut too short (BADTRUNC); let the server send the whole signature"
                                .formatted(key.display());
            };
        }

        @Override
        public TsigError error() {
            return TsigError.BADTRUNC;
        }
    }

    /// There is no signature where one is due.
    ///
    /// @param key the key that the request was signed with
    record Missing(DomainName key) implements TsigFault {

        @Override
        public String message() {
            return "reply is not signed, though the request was, with key '%s'; nothing it says can be trusted"
                    .formatted(key.display());
        }

        @Override
        public TsigError error() {
            return TsigError.NONE;
        }
    }

    /// The TSIG record breaks the rules of its form.
    ///
    /// @param problem how, for people
    record Malformed(String problem) implements TsigFault {

        @Override
        public String message() {
            return problem;
        }

        @Override
        public TsigError error() {
            return TsigError.NONE;
        }

        @Override
        public Rcode rcode() {
            return Rcode.FORMERR;
        }
    }

    private static String words(DomainName key, DomainName algorithm) {
        return "key '%s' with algorithm '%s'".formatted(key.display(), algorithm.display());
    }
}

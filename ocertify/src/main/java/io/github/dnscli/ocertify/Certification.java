package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Reason;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.ExitStatus;
import io.github.dnscli.cli.SafeFile;
import java.time.Duration;
import java.util.List;

/// What came of asking for a certificate.
sealed interface Certification {

    /// The words of the command line make no sense.
    record Misused(String problem) implements Certification {}

    /// The certificate at hand is good, and nothing was done.
    record StillGood(Certificate leaf) implements Certification {}

    /// A good certificate is in its file.
    ///
    /// @param outcome what became of the file
    /// @param renewalDue whether it is old enough to be replaced
    record Stored(VerifiedChain chain, SafeFile.Outcome outcome, boolean renewalDue)
            implements Certification {}

    /// There is none yet, and without a TSIG key the request cannot be put into the DNS.
    record Unrequested(TlsaPlace place) implements Certification {}

    /// The request is in the DNS, and not answered yet.
    ///
    /// @param place where the certificate is expected
    /// @param waited how long it was waited for
    record Pending(TlsaPlace place, Duration waited) implements Certification {}

    /// There is a certificate that answers the request, and its chain is not to be trusted.
    ///
    /// @param reasons at least one
    record Rejected(List<Reason> reasons) implements Certification {}

    /// Something else stood in the way.
    ///
    /// @param problem what
    /// @param hints what to do
    /// @param status what to tell the shell
    record Stopped(String problem, List<String> hints, ExitStatus status) implements Certification {

        static Stopped of(String problem, ExitStatus status) {
            return new Stopped(problem, List.of(), status);
        }
    }
}

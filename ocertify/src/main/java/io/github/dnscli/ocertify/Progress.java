package io.github.dnscli.ocertify;

import io.github.dnscli.certificate.Unreadable;
import io.github.dnscli.certificate.fetch.TlsaPlace;
import io.github.dnscli.cli.progress.Progress.UnderWay;
import io.github.dnscli.common.name.DomainName;
import java.time.Duration;
import java.util.List;

/// Hears what happens on the way to a certificate.
interface Progress {

    /// Something the user should know.
    void remark(String remark);

    /// A record that should hold a certificate, and does not.
    void passedOver(Unreadable record);

    /// Certificates stand there that do not answer the request, such as the one before.
    void unfit(TlsaPlace place, List<String> reasons);

    /// The request was put into a zone.
    ///
    /// @param owners the names it stands at now
    void uploaded(DomainName zone, List<DomainName> owners);

    /// The request stands everywhere already.
    void alreadyUploaded();

    /// The certificate is waited for.
    ///
    /// @return to be closed when it no longer is
    UnderWay awaiting();

    /// The certificate is not there yet.
    ///
    /// @param pause until the next look
    void waiting(Duration pause);
}

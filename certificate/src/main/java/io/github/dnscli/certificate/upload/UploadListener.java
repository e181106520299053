package io.github.dnscli.certificate.upload;

import io.github.dnscli.common.name.DomainName;
import java.util.List;

/// Hears where a request is put.
@FunctionalInterface
public interface UploadListener {

    /// It was put into a zone.
    ///
    /// @param owners the names it stands at now
    void uploaded(DomainName zone, List<DomainName> owners);
}

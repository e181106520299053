package io.github.dnscli.certifier.plan;

import io.github.dnscli.certificate.Certificate;
import io.github.dnscli.certificate.Chain;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certificate.VerifiedChain;
import io.github.dnscli.certifier.authority.Issuance;
import io.github.dnscli.common.record.RecordData;
import java.util.List;
import java.util.stream.Stream;

/// A certificate and all that is written beside it.
///
/// @param leaf the certificate of the service
/// @param authorities those that lead from it to a root, without repetitions; no root, for who trusts one has it
public record IssuedChain(Certificate leaf, List<Certificate> authorities) {

    /// Leaves roots and repetitions out.
    public IssuedChain {
        authorities = authorities.stream().distinct().filter(one -> !one.isSelfSigned()).toList();
    }

    /// {@return what an authority issued, all of it: where its roots are not known, its uppermost certificate is needed too}
    public static IssuedChain of(Issuance.Issued issued) {
        return new IssuedChain(issued.leaf(), issued.authorities());
    }

    static IssuedChain of(VerifiedChain verified) {
        var certificates = verified.certificates();
        return new IssuedChain(verified.leaf(), certificates.subList(1, certificates.size()));
    }

    /// {@return the certificates in order}
    public Chain chain() {
        return Chain.of(leaf, authorities);
    }

    /// {@return the records that say it, the leaf first}
    public List<RecordData> records() {
        return Stream.concat(
                        Stream.of(TlsaRole.LEAF.data(leaf.der())),
                        authorities.stream().map(one -> TlsaRole.AUTHORITY.data(one.der())))
                .toList();
    }

    /// {@return what follows from the serial number alone: chains are looked up often}
    @Override
    public int hashCode() {
        return leaf.x509().getSerialNumber().hashCode();
    }

    @Override
    public boolean equals(Object object) {
        return object instanceof IssuedChain(var otherLeaf, var others)
                && leaf.equals(otherLeaf)
                && authorities.equals(others);
    }
}

package io.github.dnscli.certificate;

import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordSet;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Tlsa;
import java.util.ArrayList;
import java.util.List;

/// All that stands in the TLSA records at one service name, sorted by what it is.
public final class TlsaBundle {

    private final List<Certificate> leaves = new ArrayList<>();
    private final List<Certificate> authorities = new ArrayList<>();
    private final List<RecordData> requestData = new ArrayList<>();
    private final List<Unreadable> unreadable = new ArrayList<>();
    private final List<RecordData> ignored = new ArrayList<>();

    private TlsaBundle() {}

    /// {@return the bundle of a record set}
    public static TlsaBundle of(RecordSet records) {
        return of(records.data());
    }

    /// {@return the bundle of records; those that are no TLSA are ignored}
    public static TlsaBundle of(List<RecordData> records) {
        var bundle = new TlsaBundle();
        records.stream().distinct().forEach(bundle::add);
        return bundle;
    }

    private void add(RecordData data) {
        if (!data.type().equals(RecordType.TLSA)) {
            ignored.add(data);
            return;
        }
        var tlsa = Tlsa.of(data);
        TlsaRole.of(tlsa)
                .ifPresentOrElse(
                        role -> add(role, tlsa.association(), data), () -> ignored.add(data));
    }

    private void add(TlsaRole role, byte[] der, RecordData data) {
        switch (role) {
            case REQUEST -> requestData.add(data);
            case LEAF -> addCertificate(leaves, der, data);
            case AUTHORITY -> addCertificate(authorities, der, data);
        }
    }

    private void addCertificate(List<Certificate> certificates, byte[] der, RecordData data) {
        switch (Certificate.decode(der)) {
            case DecodedCertificate.Valid(var certificate) -> certificates.add(certificate);
            case DecodedCertificate.Invalid(var problem) ->
                    unreadable.add(new Unreadable(data, problem));
        }
    }

    /// {@return the certificates of the service (`3 0 0`)}
    public List<Certificate> leaves() {
        return List.copyOf(leaves);
    }

    /// {@return the certificates of authorities (`0 0 0`), in no order}
    public List<Certificate> authorities() {
        return List.copyOf(authorities);
    }

    /// {@return the records with signing requests (`3 255 0`), undecoded}
    public List<RecordData> requestData() {
        return List.copyOf(requestData);
    }

    /// {@return what the signing requests turn out to be; decoded anew by each call, and only by this}
    public List<DecodedRequest> requests() {
        return requestData.stream()
                .map(data -> CertificateRequest.decode(Tlsa.of(data).association()))
                .toList();
    }

    /// {@return the records that should hold certificates, and do not}
    public List<Unreadable> unreadable() {
        return List.copyOf(unreadable);
    }

    /// {@return the records that mean something else, such as a `3 1 1` of DANE}
    public List<RecordData> ignored() {
        return List.copyOf(ignored);
    }

    /// {@return a chain for each certificate of the service, out of the authorities here}
    public List<Chain> chains() {
        return leaves.stream().map(leaf -> Chain.of(leaf, authorities)).toList();
    }
}

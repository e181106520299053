package io.github.dnscli.certifier.policy;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.DecodedRequest;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.Tlsa;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/// What stands where a signing request is expected.
///
/// @param id the SHA-256 of its octets, 64 lower-case hexadecimal digits: what it is remembered by
/// @param data its record
/// @param decoded what its octets are
public record Asked(String id, RecordData data, DecodedRequest decoded) {

    static Asked of(RecordData data) {
        byte[] der = Tlsa.of(data).association();
        return new Asked(id(der), data, CertificateRequest.decode(der));
    }

    /// {@return what a request is remembered by}
    public static String id(CertificateRequest request) {
        return id(request.der());
    }

    private static String id(byte[] der) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(der));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }
}

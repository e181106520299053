package io.github.dnscli.certificate;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/// Looks for the administrator's trust anchors: the only class here that reads files.
///
/// @param bundles where systems keep theirs, in the order of search
/// @param runtimeStore the key store of the Java runtime, the last resort: a runtime that came with a program must not
///     silently replace what the administrator trusts
public record TrustAnchorSearch(List<Path> bundles, Path runtimeStore) {

    private static final String VARIABLE = "SSL_CERT_FILE";

    private static final long MAX_OCTETS = 16L << 20;

    /// {@return the search on this system: Debian, Red Hat, SUSE, Alpine and macOS, the BSDs}
    public static TrustAnchorSearch ofSystem() {
        var bundles =
                Stream.of(
                        "/etc/ssl/certs/ca-certificates.crt",
                        "/etc/pki/ca-trust/extracted/pem/tls-ca-bundle.pem",
                        "/etc/pki/tls/certs/ca-bundle.crt",
                        "/etc/ssl/ca-bundle.pem",
                        "/etc/ssl/cert.pem",
                        "/usr/local/etc/ssl/cert.pem",
                        "/etc/openssl/certs/ca-certificates.crt");
        var store = Path.of(System.getProperty("java.home"), "lib", "security", "cacerts");
        return new TrustAnchorSearch(bundles.map(Path::of).toList(), store);
    }

    /// {@return the trust anchors of a file somebody named}
    ///
    /// @throws IOException if it cannot be read
    public static LoadedAnchors ofFile(Path file) throws IOException {
        return read(file, "the file '" + file + "'");
    }

    /// {@return the trust anchors nobody had to name: of `SSL_CERT_FILE`, else of the first bundle there is, else of the
    /// Java runtime}
    ///
    /// @param environment the environment variables
    /// @throws IOException if one of these is there and cannot be read
    public LoadedAnchors find(Map<String, String> environment) throws IOException {
        var named = environment.getOrDefault(VARIABLE, "");
        if (!named.isEmpty()) {
            return read(Path.of(named), VARIABLE + " '" + named + "'");
        }
        for (var bundle : bundles) {
            if (Files.exists(bundle)) {
                return read(bundle, "the system's trust anchors '" + bundle + "'");
            }
        }
        return ofRuntime();
    }

    private static LoadedAnchors read(Path file, String source) throws IOException {
        try {
            if (Files.size(file) > MAX_OCTETS) {
                return new LoadedAnchors.Unusable(source + " is larger than 16 MiB");
            }
            return TrustAnchors.parse(Files.readString(file, StandardCharsets.ISO_8859_1), source);
        } catch (NoSuchFileException missing) {
            throw new IOException(source + " does not exist", missing);
        } catch (AccessDeniedException denied) {
            throw new IOException(source + " may not be read", denied);
        } catch (IOException trouble) {
            throw new IOException(source + " cannot be read: " + trouble.getMessage(), trouble);
        }
    }

    private LoadedAnchors ofRuntime() throws IOException {
        var source = "the Java runtime's trust anchors '" + runtimeStore + "'";
        try (InputStream stream = Files.newInputStream(runtimeStore)) {
            var store = KeyStore.getInstance(KeyStore.getDefaultType());
            store.load(stream, null);
            var certificates = new ArrayList<Certificate>();
            for (var alias : Collections.list(store.aliases())) {
                if (store.getCertificate(alias) instanceof X509Certificate x509) {
                    certificates.add(Certificate.of(x509));
                }
            }
            return certificates.isEmpty()
                    ? new LoadedAnchors.Unusable(source + " hold no certificate")
                    : new LoadedAnchors.Loaded(TrustAnchors.of(certificates, source));
        } catch (NoSuchFileException missing) {
            throw new IOException(
                    "no trust anchors found on this system, nor in " + source, missing);
        } catch (GeneralSecurityException trouble) {
            throw new IOException(source + " cannot be read: " + trouble.getMessage(), trouble);
        }
    }
}

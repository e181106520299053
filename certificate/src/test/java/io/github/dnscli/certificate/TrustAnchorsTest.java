package io.github.dnscli.certificate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIOException;

import io.github.dnscli.testkit.certificate.TestAuthority;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.List;
import java.util.Map;
import javax.security.auth.x500.X500Principal;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class TrustAnchorsTest {

    @TempDir Path folder;

    private final TestAuthority root = TestAuthority.root("Root");
    private final TestAuthority other = TestAuthority.root("Other");
    private final Certificate leaf = Certificate.of(root.leaf("a.b").certificate());

    @Test
    void findsTheIssuerAmongMany() {
        var anchors = loaded(TrustAnchors.parse(bundle(), "the test"));

        assertThat(anchors.size()).isEqualTo(2);
        assertThat(anchors.issuersOf(leaf))
                .containsExactly(Certificate.of(root.identity().certificate()));
    }

    @Test
    void findsAnIssuerWhoseNameIsSpeltInAnotherWay() {
        var shouting =
                TestAuthority.root(
                        "x",
                        c ->
                                c.subject(new X500Principal("CN=  ROOT"))
                                        .keys(root.identity().keys()));
        var anchors = loaded(TrustAnchors.parse(shouting.identity().pem(), "the test"));

        assertThat(anchors.issuersOf(leaf))
                .containsExactly(Certificate.of(shouting.identity().certificate()));
    }

    @Test
    void findsNoIssuerOfTheSameNameAndAnotherKey() {
        var again = TestAuthority.root("Root");
        var anchors = loaded(TrustAnchors.parse(again.identity().pem(), "the test"));

        assertThat(anchors.issuersOf(leaf)).isEmpty();
        assertThat(anchors.nameIssuerOf(leaf)).isTrue();
    }

    @Test
    void saysWhatIsWrongWithAText() {
        var noCertificate = new PemBlock("CERTIFICATE", new byte[] {0x30, 0}, 0).text();
        var cut = bundle().substring(0, bundle().length() - 30);

        assertThat(problem(TrustAnchors.parse("", "the file 'x'")))
                .isEqualTo("the file 'x' holds no certificate in PEM form");
        assertThat(problem(TrustAnchors.parse("\n" + noCertificate, "the file 'x'")))
                .isEqualTo("the file 'x': line 2: no certificate");
        assertThat(problem(TrustAnchors.parse(cut, "the file 'x'")))
                .matches("the file 'x': line [0-9]+: block 'CERTIFICATE' has no end");
    }

    @Test
    void takesTheNamedFileFirst() throws IOException {
        var named = write("named.pem", root.identity().pem());
        var system = write("system.pem", bundle());
        var search = search(system);

        var anchors = loaded(search.find(Map.of("SSL_CERT_FILE", named.toString())));

        assertThat(anchors.size()).isOne();
        assertThat(anchors.source()).isEqualTo("SSL_CERT_FILE '" + named + "'");
    }

    @Test
    void takesTheFirstBundleOfTheSystemElse() throws IOException {
        var system = write("system.pem", bundle());
        var search = search(folder.resolve("absent"), system, write("other.pem", ""));

        var anchors = loaded(search.find(Map.of()));

        assertThat(anchors.source()).isEqualTo("the system's trust anchors '" + system + "'");
        assertThat(search.find(Map.of("SSL_CERT_FILE", "")))
                .isInstanceOf(LoadedAnchors.Loaded.class);
    }

    @Test
    void takesTheStoreOfTheRuntimeAtLast() throws Exception {
        var store = KeyStore.getInstance("JKS");
        store.load(null, null);
        store.setCertificateEntry("root", root.identity().certificate());
        try (var stream = Files.newOutputStream(runtimeStore())) {
            store.store(stream, new char[0]);
        }

        var anchors = loaded(search().find(Map.of()));

        assertThat(anchors.issuersOf(leaf)).hasSize(1);
        assertThat(anchors.source()).startsWith("the Java runtime's trust anchors '");
    }

    @Test
    void readsTheStoreOfThisRuntime() throws IOException {
        var search = new TrustAnchorSearch(List.of(), TrustAnchorSearch.ofSystem().runtimeStore());

        assertThat(loaded(search.find(Map.of())).size()).isGreaterThan(20);
    }

    @Test
    void saysWhichFileCannotBeRead() {
        var absent = folder.resolve("absent.pem");

        assertThatIOException()
                .isThrownBy(() -> TrustAnchorSearch.ofFile(absent))
                .withMessage("the file '" + absent + "' does not exist");
        assertThatIOException()
                .isThrownBy(() -> TrustAnchorSearch.ofFile(folder))
                .withMessageStartingWith("the file '" + folder + "' cannot be read: ");
        assertThatIOException()
                .isThrownBy(() -> search().find(Map.of("SSL_CERT_FILE", absent.toString())))
                .withMessage("SSL_CERT_FILE '" + absent + "' does not exist");
        assertThatIOException()
                .isThrownBy(() -> search().find(Map.of()))
                .withMessageStartingWith("no trust anchors found on this system, nor in the Java");
    }

    @Test
    void refusesAnEmptyFile() throws IOException {
        var empty = write("empty.pem", "");

        assertThat(problem(TrustAnchorSearch.ofFile(empty)))
                .isEqualTo("the file '" + empty + "' holds no certificate in PEM form");
    }

    @Test
    void refusesAHugeFileUnread() throws IOException {
        var huge = folder.resolve("huge.pem");
        try (var file = new RandomAccessFile(huge.toFile(), "rw")) {
            file.setLength((16L << 20) + 1);
        }

        assertThat(problem(TrustAnchorSearch.ofFile(huge)))
                .isEqualTo("the file '" + huge + "' is larger than 16 MiB");
    }

    private String bundle() {
        return other.identity().pem() + root.identity().pem();
    }

    private Path write(String name, String text) throws IOException {
        return Files.writeString(folder.resolve(name), text);
    }

    private Path runtimeStore() {
        return folder.resolve("cacerts");
    }

    private TrustAnchorSearch search(Path... bundles) {
        return new TrustAnchorSearch(List.of(bundles), runtimeStore());
    }

    private static TrustAnchors loaded(LoadedAnchors anchors) {
        assertThat(anchors).isInstanceOf(LoadedAnchors.Loaded.class);
        return ((LoadedAnchors.Loaded) anchors).anchors();
    }

    private static String problem(LoadedAnchors anchors) {
        assertThat(anchors).isInstanceOf(LoadedAnchors.Unusable.class);
        return ((LoadedAnchors.Unusable) anchors).problem();
    }
}

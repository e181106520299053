package io.github.dnscli.dist.architecture;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.simpleNameEndingWith;
import static com.tngtech.archunit.core.domain.properties.HasName.Predicates.nameMatching;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import io.github.dnscli.common.name.fixture.NameWithChecks;
import io.github.dnscli.ozone.fixture.CommandWithNeighbour;
import io.github.dnscli.server.fixture.ServerWithCommandLine;
import java.net.InetAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/// Holds the arrows between modules, the order of packages, and who may use which library.
class ArchitectureTest {

    private static final String ROOT = "io.github.dnscli.";
    private static final JavaClasses OURS =
            new ClassFileImporter()
                    .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
                    .importPackages("io.github.dnscli");

    /// Which modules each module may use.
    private record Arrow(String module, List<String> uses) {
        static Arrow of(String module, String... uses) {
            return new Arrow(module, List.of(uses));
        }
    }

    private static final List<Arrow> ARROWS =
            List.of(
                    Arrow.of("common"),
                    Arrow.of("certificate", "common"),
                    Arrow.of("cli", "common"),
                    Arrow.of("server", "common"),
                    Arrow.of("junit", "common", "server"),
                    Arrow.of("certifier", "common", "certificate", "server"),
                    Arrow.of("ozone", "common", "cli", "certificate"),
                    Arrow.of("onotify", "common", "cli"),
                    Arrow.of("oupdate", "common", "cli"),
                    Arrow.of("ocertify", "common", "cli", "certificate"),
                    Arrow.of("otlsafetch", "common", "cli", "certificate"),
                    Arrow.of("gitstore", "common", "server"),
                    Arrow.of(
                            "oserve",
                            "common",
                            "cli",
                            "certificate",
                            "server",
                            "gitstore",
                            "certifier"),
                    Arrow.of(
                            "osh",
                            "common",
                            "cli",
                            "certificate",
                            "server",
                            "gitstore",
                            "certifier",
                            "ozone",
                            "onotify",
                            "oupdate",
                            "ocertify",
                            "otlsafetch",
                            "oserve"));

    /// The packages of a module, each of which uses only those before it.
    private record Order(String module, List<String> packages) {}

    private static final Order COMMON =
            new Order(
                    "common",
                    List.of(
                            "finding",
                            "name",
                            "record",
                            "zone",
                            "text",
                            "dnssec",
                            "key",
                            "wire",
                            "transport",
                            "request",
                            "check"));

    private static final Order SERVER =
            new Order(
                    "server",
                    List.of(
                            "state",
                            "event",
                            "watch",
                            "turn",
                            "answer",
                            "update",
                            "transfer",
                            "notify",
                            "socket",
                            "secondary"));

    private static final Order GITSTORE =
            new Order("gitstore", List.of("reading", "merge", "journal", "commit", "repository"));

    private static final Order CERTIFIER =
            new Order(
                    "certifier",
                    List.of(
                            "state",
                            "authority",
                            "own",
                            "primary",
                            "challenge",
                            "acme",
                            "policy",
                            "plan",
                            "ledger"));

    private static final Order OSERVE =
            new Order(
                    "oserve",
                    List.of(
                            "folder",
                            "keys",
                            "database",
                            "log",
                            "serving",
                            "status",
                            "http",
                            "secondary",
                            "certifier",
                            "primary",
                            "check"));

    private static final Order OSH =
            new Order(
                    "osh",
                    List.of(
                            "zone",
                            "look",
                            "words",
                            "context",
                            "reading",
                            "names",
                            "complete",
                            "history",
                            "builtin",
                            "run",
                            "screen"));

    private static final Order DIST =
            new Order(
                    "dist",
                    List.of(
                            "file",
                            "program",
                            "document",
                            "jar",
                            "runtime",
                            "cache",
                            "part",
                            "image",
                            "debian",
                            "publishing"));

    private static ArchRule arrow(Arrow arrow) {
        var allowed = new ArrayList<>(List.of(ROOT + arrow.module() + ".."));
        arrow.uses().forEach(module -> allowed.add(ROOT + module + ".."));
        return classes()
                .that(resideInAPackage(ROOT + arrow.module() + ".."))
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage(allowed.toArray(String[]::new))
                                .or(not(resideInAPackage("io.github.dnscli.."))))
                .as(arrow.module() + " uses only " + arrow.uses())
                .allowEmptyShould(false);
    }

    private static ArchRule packageRule(Order order, int index) {
        String root = ROOT + order.module() + ".";
        String[] later =
                Stream.concat(
                                order.packages().stream()
                                        .skip(index + 1)
                                        .map(name -> root + name + ".."),
                                Stream.of(ROOT + order.module()))
                        .toArray(String[]::new);
        String name = order.packages().get(index);
        return noClasses()
                .that()
                .resideInAPackage(root + name + "..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(later)
                .as(order.module() + "." + name + " uses only the packages before it");
    }

    private static Stream<ArchRule> packageRules(Order order) {
        return IntStream.range(0, order.packages().size())
                .mapToObj(index -> packageRule(order, index));
    }

    /// picocli belongs to the porch, and in the commands to the classes that say what can be said.
    private static ArchRule commandLineRule() {
        return noClasses()
                .that(
                        not(resideInAnyPackage(ROOT + "cli..", ROOT + "dist.."))
                                .and(not(nameMatching(".*(Command|Options?|Argument)(\\$.*)?"))))
                .should()
                .dependOnClassesThat()
                .resideInAPackage("picocli..")
                .as("only cli, and what commands say of their options, know picocli");
    }

    /// Design: each library stands behind as few classes as can be.
    private static ArchRule libraryRule(String library, String... allowed) {
        return noClasses()
                .that(not(belongToAnyOf(allowed)))
                .should()
                .dependOnClassesThat()
                .resideInAPackage(library)
                .as("only " + List.of(allowed) + " know " + library);
    }

    private static DescribedPredicate<JavaClass> belongToAnyOf(String... names) {
        return DescribedPredicate.describe(
                "one of " + List.of(names),
                type ->
                        Stream.of(names)
                                .anyMatch(
                                        name ->
                                                type.getName().equals(ROOT + name)
                                                        || type.getName()
                                                                .startsWith(ROOT + name + "$")
                                                        || (type.getPackageName() + ".")
                                                                .startsWith(ROOT + name + ".")));
    }

    private static List<ArchRule> libraries() {
        return List.of(
                libraryRule("org.xbill.DNS.."),
                libraryRule("org.eclipse.jgit..", "gitstore.repository"),
                libraryRule("org.apache.sshd..", "gitstore.repository"),
                libraryRule("org.shredzone.acme4j..", "certifier.acme"),
                libraryRule("org.jline..", "cli.progress", "osh.screen"),
                libraryRule("sun.misc..", "oserve.serving.HangUp"),
                libraryRule(
                        "org.bouncycastle..",
                        "certificate.KeyCodec",
                        "certificate.RequestCodec",
                        "certifier.own.CertificateCodec",
                        "certifier.own.RevocationListCodec"));
    }

    private static List<ArchRule> manners() {
        return List.of(
                noClasses()
                        .should()
                        .haveNameMatching("(.*)(Util|Utils|Helper|Manager|Impl|Base)")
                        .as("names say what a thing is"),
                noClasses()
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage("java.util.logging..", "org.slf4j..")
                        .as("no logging framework"),
                noClasses()
                        .that(not(nameMatching(".*ServerAddress")))
                        .should()
                        .callMethod(InetAddress.class, "getByName", String.class)
                        .as("addresses are literals: no name is looked up by accident"),
                noClasses()
                        .that(
                                not(simpleNameEndingWith("Command"))
                                        .and(not(resideInAPackage(ROOT + "dist.."))))
                        .should()
                        .callMethod(System.class, "exit", int.class)
                        .as("System.exit stands in main alone"));
    }

    private static Stream<ArchRule> rules() {
        return Stream.of(
                        ARROWS.stream().map(ArchitectureTest::arrow),
                        packageRules(COMMON),
                        packageRules(SERVER),
                        packageRules(GITSTORE),
                        packageRules(CERTIFIER),
                        packageRules(OSERVE),
                        packageRules(OSH),
                        packageRules(DIST),
                        Stream.of(commandLineRule()),
                        libraries().stream(),
                        manners().stream())
                .flatMap(rules -> rules);
    }

    @TestFactory
    Stream<DynamicTest> theHouseIsAsItIsDrawn() {
        return rules().map(rule -> dynamicTest(rule.getDescription(), () -> rule.check(OURS)));
    }

    @Test
    void aServerThatSeesTheCommandLineIsCaught() {
        var intruder = new ClassFileImporter().importClasses(ServerWithCommandLine.class);
        assertThat(commandLineRule().evaluate(intruder).hasViolation()).isTrue();
    }

    @Test
    void aCommandThatSeesAnotherIsCaught() {
        var intruder = new ClassFileImporter().importClasses(CommandWithNeighbour.class);
        assertThat(arrow(ARROWS.get(6)).evaluate(intruder).hasViolation()).isTrue();
    }

    @Test
    void aPackageThatLooksAheadIsCaught() {
        var intruder = new ClassFileImporter().importClasses(NameWithChecks.class);
        assertThat(
                        packageRule(COMMON, COMMON.packages().indexOf("name"))
                                .evaluate(intruder)
                                .hasViolation())
                .isTrue();
    }
}

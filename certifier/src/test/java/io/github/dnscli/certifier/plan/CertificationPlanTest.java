package io.github.dnscli.certifier.plan;

import static io.github.dnscli.certifier.fixture.Certificates.NOW;
import static io.github.dnscli.certifier.fixture.Certificates.at;
import static io.github.dnscli.certifier.fixture.Certificates.data;
import static io.github.dnscli.certifier.fixture.Certificates.zone;
import static org.assertj.core.api.Assertions.assertThat;

import io.github.dnscli.certificate.CertificateRequest;
import io.github.dnscli.certificate.TlsaRole;
import io.github.dnscli.certifier.authority.CertificateAuthority;
import io.github.dnscli.certifier.fixture.Certificates;
import io.github.dnscli.certifier.fixture.ScriptedAuthority;
import io.github.dnscli.certifier.fixture.SteppedClock;
import io.github.dnscli.certifier.own.PrivateAuthority;
import io.github.dnscli.certifier.policy.Asked;
import io.github.dnscli.certifier.policy.NameAllowances;
import io.github.dnscli.certifier.policy.NamePolicy;
import io.github.dnscli.certifier.policy.Place;
import io.github.dnscli.certifier.policy.PlaceMap;
import io.github.dnscli.certifier.state.MemoryStore;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.ResourceRecord;
import io.github.dnscli.common.record.Ttl;
import io.github.dnscli.common.zone.Zone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class CertificationPlanTest {

    private static final Duration DAY = Duration.ofDays(1);

    private final SteppedClock clock = new SteppedClock(NOW);
    private final MemoryStore state = new MemoryStore();
    private final PrivateAuthority authority =
            Certificates.authority(state, DAY.multipliedBy(90), clock);
    private final CertificateRequest request = Certificates.request("www.example");
    private final FixedMemory memory = new FixedMemory();

    @Test
    void leavesAZoneWithoutRequestsAlone() {
        var issued = Certificates.issue(authority, request);

        assertThat(plan(zone("example"))).isEmpty();
        assertThat(plan(zone("example", at("www.example", data(issued))))).isEmpty();
    }

    @Test
    void issuesWhereNoCertificateIs() {
        assertThat(issue(zone("example", at("www.example", request.data()))))
                .isEqualTo("there is no certificate yet");
    }

    @Test
    void restsUntilAThirdOfTheLifetimeIsLeft() {
        var zone = zone("example", at("www.example", answered(request)));
        var due =
                NOW.minusSeconds(3600)
                        .plus(DAY.multipliedBy(90).plusHours(1).multipliedBy(2).dividedBy(3));

        assertThat(plan(zone))
                .singleElement()
                .satisfies(step -> assertThat(due(step)).isEqualTo(due));
        clock.step(Duration.between(NOW, due).minusSeconds(1));
        assertThat(plan(zone))
                .singleElement()
                .satisfies(step -> assertThat(due(step)).isEqualTo(due));
        clock.step(Duration.ofSeconds(1));
        assertThat(issue(zone)).isEqualTo("it is time for renewal");
    }

    @Test
    void restsUntilHalfOfAShortLifetimeIsOver() {
        var hourly = Certificates.authority(state, Duration.ofHours(1), clock);
        var issued = Certificates.issue(hourly, request);
        var zone = zone("example", at("www.example", with(request.data(), data(issued))));

        clock.step(Duration.ofMinutes(27));
        assertThat(plan(zone).getFirst()).isInstanceOf(Step.Rest.class);
        clock.step(Duration.ofMinutes(1));
        assertThat(plan(zone).getFirst()).isInstanceOf(Step.Issue.class);
    }

    @Test
    void issuesAnewWhenTheCertificateHasExpired() {
        var zone = zone("example", at("www.example", answered(request)));
        clock.step(DAY.multipliedBy(91));

        assertThat(issue(zone)).contains("expired on 2027-02-20T12:00:00Z");
    }

    @Test
    void issuesAnewForAnotherKey() {
        var old = Certificates.issue(authority, Certificates.request("www.example"));
        var zone = zone("example", at("www.example", with(request.data(), data(old))));

        assertThat(issue(zone)).startsWith("the certificate is for another key");
    }

    @Test
    void issuesAnewForOtherNames() {
        var key = Certificates.key();
        var fewer = Certificates.issue(authority, Certificates.request(key, "www.example"));
        var more = Certificates.request(key, "www.example", "*.www.example");
        var zone = zone("example", at("www.example", with(more.data(), data(fewer))));

        assertThat(issue(zone))
                .isEqualTo(
                        "the certificate is for 'www.example', and the request for 'www.example', '*.www.example'");
    }

    @Test
    void issuesAnewWhenALinkIsMissing() {
        var leaf = Certificates.issue(authority, request).leaf();
        var zone = zone("example", at("www.example", with(request.data(), data(leaf, List.of()))));

        assertThat(issue(zone)).contains("is missing: it is neither in the chain nor in the root");
    }

    @Test
    void issuesAnewUnderANewRoot() {
        var zone = zone("example", at("www.example", answered(request)));
        var other = Certificates.authority(new MemoryStore(), DAY, clock);

        assertThat(plan(other, zone).getFirst()).isInstanceOf(Step.Issue.class);
    }

    @Test
    void restsWithTheChainOfAnEarlierIntermediate() {
        var zone = zone("example", at("www.example", answered(request)));
        state.remove("intermediate.pem");
        var again = Certificates.authority(state, DAY, clock);
        Certificates.issue(again, request);

        assertThat(plan(again, zone).getFirst()).isInstanceOf(Step.Rest.class);
    }

    @Test
    void publishesWhatIsRememberedInsteadOfOrderingItAgain() {
        var issued = IssuedChain.of(Certificates.issue(authority, request));
        memory.kept.put(Asked.id(request), issued);
        var zone = zone("example", at("www.example", request.data()));

        assertThat(plan(zone))
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Publish.class,
                        publish -> assertThat(publish.chain()).isEqualTo(issued));
    }

    @Test
    void publishesWhatIsRememberedInPlaceOfAnOlderOne() {
        var zone = zone("example", at("www.example", answered(request)));
        clock.step(DAY);
        var newer = IssuedChain.of(Certificates.issue(authority, request));
        memory.kept.put(Asked.id(request), newer);

        assertThat(plan(zone).getFirst())
                .isInstanceOfSatisfying(
                        Step.Publish.class,
                        publish -> assertThat(publish.chain()).isEqualTo(newer));
    }

    @Test
    void restsWithOneThatLastsLongerThanWhatIsRemembered() {
        memory.kept.put(Asked.id(request), IssuedChain.of(Certificates.issue(authority, request)));
        clock.step(DAY);

        assertThat(plan(zone("example", at("www.example", answered(request)))).getFirst())
                .isInstanceOf(Step.Rest.class);
    }

    @Test
    void restsWithAShorterOneWhenWhatIsRememberedIsDue() {
        var kept = Certificates.issue(authority, request);
        memory.kept.put(Asked.id(request), IssuedChain.of(kept));
        memory.renewals.put(kept.leaf(), NOW);
        var shorter = Certificates.authority(state, DAY.multipliedBy(60), clock);
        var issued = Certificates.issue(shorter, request);
        var zone = zone("example", at("www.example", with(request.data(), data(issued))));

        assertThat(plan(zone).getFirst()).isInstanceOf(Step.Rest.class);
    }

    @Test
    void addsWhatIsMissingOfWhatIsRemembered() {
        var issued = Certificates.issue(authority, request);
        memory.kept.put(
                Asked.id(request),
                new IssuedChain(
                        issued.leaf(),
                        List.of(
                                issued.authorities().getFirst(),
                                Certificates.issue(
                                                Certificates.authority(clock),
                                                Certificates.request("www.example"))
                                        .authorities()
                                        .getFirst())));
        var zone = zone("example", at("www.example", with(request.data(), data(issued))));

        assertThat(plan(zone).getFirst()).isInstanceOf(Step.Publish.class);
    }

    @Test
    void issuesAnewWhereSomethingSpeaksAgainstTheCertificate() {
        var issued = Certificates.issue(authority, request);
        memory.objections.put(issued.leaf(), "the certificate has been revoked");
        var zone = zone("example", at("www.example", with(request.data(), data(issued))));

        assertThat(issue(zone)).isEqualTo("the certificate has been revoked");
    }

    @Test
    void passesOverWhatElseStandsThere() {
        var records = new ArrayList<>(answered(request));
        records.add(RecordData.of(RecordType.TLSA, "3 1 1 " + "ab".repeat(32)));
        records.add(TlsaRole.LEAF.data(new byte[] {1, 2, 3}));
        records.add(TlsaRole.AUTHORITY.data(new byte[] {1, 2, 3}));

        assertThat(plan(zone("example", at("www.example", records))).getFirst())
                .isInstanceOf(Step.Rest.class);
    }

    @Test
    void refusesWhatIsNoRequest() {
        var data = TlsaRole.REQUEST.data(new byte[] {1, 2, 3});

        assertThat(plan(zone("example", at("www.example", data))).getFirst())
                .isInstanceOfSatisfying(
                        Step.Refuse.class,
                        refuse -> {
                            assertThat(refuse.reason()).isEqualTo("it is not DER");
                            assertThat(refuse.asked().data()).isEqualTo(data);
                        });
    }

    @Test
    void refusesNamesOfOthers() {
        var greedy = Certificates.request("www.example", "mail.example");

        assertThat(plan(zone("example", at("www.example", greedy.data()))).getFirst())
                .isInstanceOfSatisfying(
                        Step.Refuse.class,
                        refuse ->
                                assertThat(refuse.reason())
                                        .startsWith("it asks for 'mail.example', which"));
    }

    @Test
    void ordersOnceForARequestInSeveralPlacesAndZones() {
        var both = Certificates.request("www.example", "mail.test");
        var example = zone("example", at("www.example", both.data()));
        var test = zone("test", at("mail.test", both.data()));

        assertThat(plan(example, test))
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Issue.class,
                        issue ->
                                assertThat(issue.wish().places())
                                        .extracting(Place::toString)
                                        .containsExactly(
                                                "_letsencrypt._tcp.www.example",
                                                "_letsencrypt._tcp.mail.test"));
    }

    @Test
    void doesNotTakeAnotherRequestForProof() {
        var both = Certificates.request("www.example", "mail.example");
        var other = Certificates.request("mail.example");
        var zone =
                zone("example", at("www.example", both.data()), at("mail.example", other.data()));

        assertThat(plan(zone))
                .extracting(Object::getClass)
                .containsExactly(Step.Issue.class, Step.Refuse.class);
    }

    @Test
    void takesOverACertificateOnlyFromAllPlacesTogether() {
        var both = Certificates.request("www.example", "mail.example");
        var answer = answered(both);

        assertThat(
                        issue(
                                zone(
                                        "example",
                                        at("www.example", answer),
                                        at("mail.example", both.data()))))
                .isEqualTo("there is no certificate yet");
        assertThat(plan(zone("example", at("www.example", answer), at("mail.example", answer))))
                .singleElement()
                .isInstanceOf(Step.Rest.class);
    }

    @Test
    void doesNotSpreadWhatATenantForgedForTheRequestOfAnother() {
        var genuine = Certificates.issue(authority, request);
        var forger = Certificates.authority(new MemoryStore(), DAY.multipliedBy(800), clock);
        var forged = with(request.data(), data(Certificates.issue(forger, request)));
        var onTheNet = new ScriptedAuthority(authority).withoutRoots();
        var before =
                zone("example", at("mallory.example", forged), at("www.example", request.data()));
        var after =
                zone(
                        "example",
                        at("mallory.example", forged),
                        at("www.example", with(request.data(), data(genuine))));

        assertThat(plan(onTheNet, before)).singleElement().isInstanceOf(Step.Issue.class);
        memory.kept.put(Asked.id(request), IssuedChain.of(genuine));
        assertThat(plan(onTheNet, after))
                .singleElement()
                .isInstanceOfSatisfying(
                        Step.Rest.class,
                        rest -> assertThat(rest.chain().leaf()).isEqualTo(genuine.leaf()));
        clock.step(DAY.multipliedBy(61));
        assertThat(plan(onTheNet, after)).singleElement().isInstanceOf(Step.Issue.class);
    }

    @Test
    void answersSeveralRequestsInOnePlaceEach() {
        var second = Certificates.request("a.www.example");
        var zone = zone("example", at("www.example", with(second.data(), answered(request))));

        assertThat(plan(zone))
                .extracting(Object::getClass)
                .containsExactlyInAnyOrder(Step.Issue.class, Step.Rest.class);
    }

    @Test
    void refusesTooManyRequestsInOnePlace() {
        var crowd =
                IntStream.rangeClosed(0, CertificationPlan.MAX_REQUESTS)
                        .mapToObj(_ -> Certificates.request("www.example").data())
                        .toList();

        assertThat(plan(zone("example", at("www.example", crowd))))
                .hasSize(5)
                .allSatisfy(
                        step ->
                                assertThat(step)
                                        .isInstanceOfSatisfying(
                                                Step.Refuse.class,
                                                refuse ->
                                                        assertThat(refuse.reason())
                                                                .startsWith(
                                                                        "5 signing requests stand at")));
    }

    @Test
    void refusesMoreThanAnUpdateCouldCarry() {
        var ballast =
                TlsaRole.LEAF.data(
                        new byte[CertificationPlan.MAX_OCTETS - request.der().length - 30]);
        var straw = TlsaRole.AUTHORITY.data(new byte[1]);
        var full = List.of(request.data(), ballast);

        assertThat(plan(zone("example", at("www.example", full))).getFirst())
                .isInstanceOf(Step.Issue.class);
        assertThat(plan(zone("example", at("www.example", with(straw, full)))).getFirst())
                .isInstanceOfSatisfying(
                        Step.Refuse.class,
                        refuse ->
                                assertThat(refuse.reason())
                                        .startsWith("24592 octets of TLSA records stand at"));
    }

    @Test
    void believesNobodyAboutNamesBelowACut() {
        var child = Certificates.request("www.sub.example");
        var zone =
                zone(
                        "example",
                        at("www.sub.example", child.data()),
                        List.of(ResourceRecord.of("sub.example", 60, RecordType.NS, "ns.test")));

        assertThat(plan(zone)).isEmpty();
    }

    @Test
    void takesNoStarForAPlace() {
        var star = Certificates.request("www.example");
        var below = record("_letsencrypt._tcp.*.www.example", star);
        var top = record("_letsencrypt._tcp.*", star);

        assertThat(plan(zone("example", List.of(below)))).isEmpty();
        assertThat(plan(Zone.of(DomainName.ROOT, List.of(top)))).isEmpty();
    }

    private static ResourceRecord record(String owner, CertificateRequest wish) {
        return new ResourceRecord(DomainName.of(owner), new Ttl(60), wish.data());
    }

    private String issue(Zone zone) {
        return switch (plan(zone).getFirst()) {
            case Step.Issue(_, var why) -> why;
            case Step other -> throw new AssertionError(other);
        };
    }

    private static Instant due(Step step) {
        return switch (step) {
            case Step.Rest(_, _, var due) -> due;
            case Step other -> throw new AssertionError(other);
        };
    }

    private List<Step> plan(Zone... zones) {
        return plan(authority, zones);
    }

    private List<Step> plan(CertificateAuthority issuer, Zone... zones) {
        var places = PlaceMap.EMPTY.next(List.of(zones)).places();
        var policy = new NamePolicy(NameAllowances.NONE);
        return new CertificationPlan(new Judge(issuer), policy, memory, clock.instant())
                .steps(places);
    }

    private List<RecordData> answered(CertificateRequest which) {
        return with(which.data(), data(Certificates.issue(authority, which)));
    }

    private static List<RecordData> with(RecordData one, List<RecordData> others) {
        return Stream.concat(Stream.of(one), others.stream()).toList();
    }
}

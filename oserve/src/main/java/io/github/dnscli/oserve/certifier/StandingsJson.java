package io.github.dnscli.oserve.certifier;

import io.github.dnscli.certifier.authority.RenewalAdvice;
import io.github.dnscli.certifier.ledger.KnownCertificate;
import io.github.dnscli.certifier.ledger.RequestStanding;
import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.oserve.log.Moment;
import java.util.List;

/// A report on requests as programs read it. Names stay as they are; there may come more.
record StandingsJson(StandingsReport report, JsonWriter json) {

    /// {@return the JSON text (RFC 8259), with a line end behind it}
    static String of(StandingsReport report) {
        var text = new StringBuilder();
        new StandingsJson(report, new JsonWriter(text::append)).write();
        return text.toString();
    }

    private void write() {
        json.beginObject()
                .member("time", Moment.of(report.now()))
                .member("running", report.process().isPresent());
        report.process().ifPresent(id -> json.member("process", Long.parseLong(id)));
        texts("attention", report.attention());
        json.name("requests").beginArray();
        report.standings().requests().forEach(this::request);
        json.endArray().endObject();
    }

    private void request(RequestStanding request) {
        json.beginObject().member("id", request.id());
        texts("names", display(request.names()));
        texts("places", display(request.places()));
        json.member("phase", request.phase().word());
        request.refusal().ifPresent(why -> json.member("refusal", why));
        request.certificate().ifPresent(this::certificate);
        request.renewal().ifPresent(time -> json.member("renewal", Moment.of(time)));
        request.advice().ifPresent(this::advice);
        json.member("attempts", request.attempts()).member("ordersInSevenDays", request.orders());
        request.nextTry().ifPresent(time -> json.member("nextTry", Moment.of(time)));
        failure(request);
        json.endObject();
    }

    private void certificate(KnownCertificate known) {
        json.name("certificate")
                .beginObject()
                .member("serial", known.serial())
                .member("authority", known.authority())
                .member("notBefore", Moment.of(known.leaf().lifetime().notBefore()))
                .member("notAfter", Moment.of(known.notAfter()))
                .member("revoked", known.revoked())
                .endObject();
    }

    private void advice(RenewalAdvice advice) {
        json.name("advice")
                .beginObject()
                .member("start", Moment.of(advice.start()))
                .member("end", Moment.of(advice.end()));
        advice.explanation().ifPresent(page -> json.member("explanation", page.toString()));
        json.endObject();
    }

    private void failure(RequestStanding request) {
        request.failure()
                .ifPresent(
                        failure -> {
                            json.name("failure")
                                    .beginObject()
                                    .member("reason", failure.kind().word())
                                    .member("problem", failure.problem());
                            request.failed()
                                    .ifPresent(time -> json.member("time", Moment.of(time)));
                            json.endObject();
                        });
    }

    private void texts(String name, List<String> texts) {
        json.name(name).beginArray();
        texts.forEach(json::value);
        json.endArray();
    }

    private static List<String> display(List<DomainName> names) {
        return names.stream().map(DomainName::display).toList();
    }
}

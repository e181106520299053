package io.github.dnscli.ozone;

import io.github.dnscli.cli.JsonWriter;
import io.github.dnscli.common.finding.Place;
import io.github.dnscli.common.finding.Subject;

/// Writes where a finding stands as a location of SARIF: the file as a relative reference, the region in characters, and the
/// records that are meant by their name.
///
/// @param json takes the location
record SarifPlace(JsonWriter json) {

    /// Where code scanning takes relative names to begin: the root of the repository.
    private static final String ROOT = "%SRCROOT%";

    /// Writes the location of a finding.
    void write(Remark remark) {
        var finding = remark.finding();
        json.beginObject();
        json.name("physicalLocation").beginObject();
        artifact(finding.place().source());
        if (finding.place().line() > 0) {
            region(finding.place(), remark);
        }
        json.endObject();
        finding.subject().ifPresent(this::logical);
        json.endObject();
    }

    /// Writes the location of a whole file.
    void write(String file) {
        json.beginObject().name("physicalLocation").beginObject();
        artifact(file);
        json.endObject().endObject();
    }

    private void artifact(String file) {
        json.name("artifactLocation").beginObject();
        json.member("uri", FileReference.of(file));
        if (FileReference.isRelative(file)) {
            json.member("uriBaseId", ROOT);
        }
        json.endObject();
    }

    private void region(Place place, Remark remark) {
        json.name("region").beginObject().member("startLine", place.line());
        if (place.column() > 0) {
            json.member("startColumn", place.column());
            int length = remark.excerpt().map(Extent::length).orElse(0);
            if (length > 0) {
                json.member("endColumn", place.column() + length);
            }
        }
        json.endObject();
    }

    private void logical(Subject subject) {
        var name =
                subject.type().isEmpty() ? subject.owner() : subject.owner() + " " + subject.type();
        json.name("logicalLocations").beginArray().beginObject();
        json.member("fullyQualifiedName", name).endObject().endArray();
    }
}

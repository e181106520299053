package io.github.dnscli.ozone;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/// A schema that our JSON must fit.
///
/// @param schema what the validator made of it
record Schema(com.networknt.schema.Schema schema) {

    private static final JsonMapper JSON = JsonMapper.shared();

    /// {@return the published schema, without the room for members to come: so no member stays undescribed}
    static Schema ours() {
        try {
            var tree = JSON.readTree(Files.readString(Path.of("../docs/ozone.schema.json")));
            close(tree);
            return new Schema(registry(SpecificationVersion.DRAFT_2020_12).getSchema(tree));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the schema of SARIF 2.1.0, as OASIS publishes it}
    static Schema sarif() {
        try (var text = Schema.class.getResourceAsStream("/schema/sarif-schema-2.1.0.json")) {
            return new Schema(registry(SpecificationVersion.DRAFT_7).getSchema(text));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /// {@return the schema of schemas}
    static Schema ofSchemas() {
        var location = SchemaLocation.of(SpecificationVersion.DRAFT_2020_12.getDialectId());
        return new Schema(registry(SpecificationVersion.DRAFT_2020_12).getSchema(location));
    }

    private static SchemaRegistry registry(SpecificationVersion version) {
        return SchemaRegistry.withDefaultDialect(version);
    }

    private static void close(JsonNode node) {
        if (node instanceof ObjectNode object
                && object.path("type").asString("").equals("object")) {
            object.put("additionalProperties", false);
        }
        node.forEach(Schema::close);
    }

    /// {@return a text, read}
    static JsonNode read(String json) {
        return JSON.readTree(json);
    }

    /// Fails unless a text fits.
    ///
    /// @return the text, read
    JsonNode accept(String json) {
        assertThat(
                        schema.validate(
                                json,
                                InputFormat.JSON,
                                context ->
                                        context.executionConfig(
                                                config -> config.formatAssertionsEnabled(true))))
                .isEmpty();
        assertThat(json).endsWith("}\n").doesNotContainPattern("[ \t]\n");
        return read(json);
    }
}

package io.github.dnscli.cli.usage;

import io.github.dnscli.cli.document.Summary;
import picocli.CommandLine.Model.PositionalParamSpec;

/// A word of a command line that has its meaning by its place.
///
/// @param required whether it must be there
/// @param repeatable whether several words may stand there
/// @param value what it takes
/// @param summary what it is for, in one line
public record Parameter(boolean required, boolean repeatable, Value value, String summary) {

    static Parameter of(PositionalParamSpec spec) {
        return new Parameter(
                spec.required(), spec.isMultiValue(), Value.of(spec), Summary.of(spec));
    }
}

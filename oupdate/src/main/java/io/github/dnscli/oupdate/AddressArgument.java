package io.github.dnscli.oupdate;

import io.github.dnscli.common.name.DomainName;
import io.github.dnscli.common.record.ParsedData;
import io.github.dnscli.common.record.RecordData;
import io.github.dnscli.common.record.RecordType;
import io.github.dnscli.common.record.Token;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.TypeConversionException;

/// The new address: data of type A or AAAA, as it is written.
final class AddressArgument {

    private AddressArgument() {}

    static PositionalParamSpec positional(int index) {
        return PositionalParamSpec.builder()
                .index(Integer.toString(index))
                .arity("1")
                .required(true)
                .paramLabel("ADDRESS")
                .type(RecordData.class)
                .converters(AddressArgument::convert)
                .description("The new IPv4 or IPv6 address.")
                .build();
    }

    private static RecordData convert(String text) {
        var type = text.indexOf(':') < 0 ? RecordType.A : RecordType.AAAA;
        return switch (RecordData.parse(type, Token.split(text), DomainName.ROOT)) {
            case ParsedData.Valid(var data) -> data;
            case ParsedData.Invalid _ ->
                    throw new TypeConversionException("it is neither an IPv4 nor an IPv6 address");
        };
    }
}

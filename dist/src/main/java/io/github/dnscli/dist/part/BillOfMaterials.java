package io.github.dnscli.dist.part;

import io.github.dnscli.dist.runtime.JavaRelease;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jose4j.json.JsonUtil;
import org.jose4j.lang.JoseException;

/// What the image is made of, in CycloneDX's form.
///
/// Maven's plugin writes it from what the libraries say of themselves; here it gets what the plugin cannot know: the Java
/// runtime, and the licences that are told in words that SPDX does not know or in the wrong ones.
///
/// @param content the whole document
public record BillOfMaterials(Map<String, Object> content) {

    private static final String OURS = "io.github.dnscli";

    /// Who tells their licence otherwise than their files do.
    private static final Map<String, String> LICENCES =
            Map.of("org.jline", "BSD-3-Clause", "org.bouncycastle", "MIT");

    /// {@return the document that the plugin wrote, made whole}
    ///
    /// @param runtime the folder of the Java runtime that the image brings along
    public static BillOfMaterials read(Path file, Path runtime) throws IOException {
        try {
            var bill = new BillOfMaterials(JsonUtil.parseJson(Files.readString(file)));
            bill.components().forEach(BillOfMaterials::correct);
            bill.components().add(runtime(JavaRelease.of(runtime)));
            return bill;
        } catch (JoseException e) {
            throw new IOException("'" + file + "' is no bill of materials", e);
        }
    }

    @SuppressWarnings("unchecked") // the schema says so
    private List<Map<String, Object>> components() {
        return (List<Map<String, Object>>)
                content.computeIfAbsent("components", _ -> new ArrayList<>());
    }

    private static void correct(Map<String, Object> component) {
        var licence = LICENCES.get(text(component, "group"));
        if (licence != null) {
            component.replace("licenses", List.of(Map.of("license", Map.of("id", licence))));
        }
    }

    private static Map<String, Object> runtime(JavaRelease release) {
        var runtime = new LinkedHashMap<String, Object>();
        runtime.put("type", "platform");
        runtime.put("bom-ref", "java-runtime");
        runtime.put("supplier", Map.of("name", release.implementor()));
        runtime.put("name", "Java runtime");
        runtime.put("version", release.build());
        runtime.put(
                "licenses",
                List.of(Map.of("expression", "GPL-2.0-only WITH Classpath-exception-2.0")));
        return runtime;
    }

    /// {@return the libraries of others, in the order of their names}
    public List<Part> parts() {
        return components().stream()
                .filter(component -> component.get("purl") != null)
                .filter(component -> !text(component, "group").equals(OURS))
                .map(BillOfMaterials::part)
                .sorted(Comparator.comparing(Part::group).thenComparing(Part::name))
                .toList();
    }

    private static Part part(Map<String, Object> component) {
        return new Part(
                text(component, "group"),
                text(component, "name"),
                text(component, "version"),
                licence(component));
    }

    /// {@return SPDX's words for a licence; of several either may be chosen}
    private static String licence(Map<String, Object> component) {
        var licences = new ArrayList<String>();
        if (component.get("licenses") instanceof List<?> all) {
            for (var one : all) {
                if (one instanceof Map<?, ?> choice
                        && choice.get("license") instanceof Map<?, ?> licence) {
                    licences.add(String.valueOf(licence.get("id")));
                }
            }
        }
        if (licences.isEmpty() || licences.contains("null")) {
            throw new IllegalStateException(
                    "the licence of '" + component.get("purl") + "' has no name in SPDX");
        }
        return String.join(" OR ", licences);
    }

    private static String text(Map<String, Object> component, String key) {
        return component.get(key) instanceof String text ? text : "";
    }

    public void write(Path file) throws IOException {
        Files.createDirectories(file.getParent());
        Files.writeString(file, JsonUtil.toJson(content) + "\n");
    }
}

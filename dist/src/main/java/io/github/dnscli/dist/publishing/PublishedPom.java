package io.github.dnscli.dist.publishing;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import javax.xml.xpath.XPathConstants;
import javax.xml.xpath.XPathExpressionException;
import javax.xml.xpath.XPathFactory;
import org.w3c.dom.Document;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/// The description of an artifact that Maven repositories are given, and what Maven Central wants of it.
///
/// @param file where it lies
/// @param document what it says
record PublishedPom(Path file, Document document) {

    /// What must be there, as the requirements of Central list it.
    private static final List<String> REQUIRED =
            List.of(
                    "/project/groupId",
                    "/project/artifactId",
                    "/project/version",
                    "/project/name",
                    "/project/description",
                    "/project/url",
                    "/project/licenses/license/name",
                    "/project/licenses/license/url",
                    "/project/developers/developer/name",
                    "/project/scm/connection",
                    "/project/scm/url");

    private static final Pattern VARIABLE = Pattern.compile("\\$\\{(?!project\\.version})");

    static PublishedPom read(Path file) throws IOException {
        try {
            var builder = DocumentBuilderFactory.newDefaultInstance().newDocumentBuilder();
            return new PublishedPom(file, builder.parse(file.toFile()));
        } catch (ParserConfigurationException | SAXException e) {
            throw new IOException("'" + file + "' is no XML: " + e.getMessage(), e);
        }
    }

    String artifact() {
        return texts("/project/artifactId").getFirst();
    }

    boolean isJar() {
        return !texts("/project/packaging").contains("pom");
    }

    /// {@return the names of the artifacts whose versions it fixes for others}
    List<String> managed() {
        return texts("/project/dependencyManagement/dependencies/dependency/artifactId");
    }

    /// {@return what Central, or somebody who depends on it, would find missing}
    List<String> problems() {
        var problems = new ArrayList<String>();
        for (var path : REQUIRED) {
            if (texts(path).stream().allMatch(String::isBlank)) {
                problems.add(artifact() + ": " + path + " is missing");
            }
        }
        if (!texts("/project/parent").isEmpty()) {
            problems.add(artifact() + ": it has a parent, which nobody can find");
        }
        if (VARIABLE.matcher(document.getDocumentElement().getTextContent()).find()) {
            problems.add(artifact() + ": a variable is left");
        }
        int dependencies = texts("/project/dependencies/dependency").size();
        if (texts("/project/dependencies/dependency/version").size() != dependencies) {
            problems.add(artifact() + ": a dependency has no version");
        }
        if (texts("/project/dependencies/dependency/scope").contains("test")) {
            problems.add(artifact() + ": it depends on what only its tests need");
        }
        return problems;
    }

    private List<String> texts(String path) {
        try {
            var found =
                    (NodeList)
                            XPathFactory.newDefaultInstance()
                                    .newXPath()
                                    .evaluate(path, document, XPathConstants.NODESET);
            return IntStream.range(0, found.getLength())
                    .mapToObj(i -> found.item(i).getTextContent().strip())
                    .toList();
        } catch (XPathExpressionException e) {
            throw new IllegalArgumentException(path, e);
        }
    }
}

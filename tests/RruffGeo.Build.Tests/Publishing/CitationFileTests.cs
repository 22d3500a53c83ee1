using System.Text;
using System.Text.RegularExpressions;
using RruffGeo.Build.Publishing;

namespace RruffGeo.Build.Tests.Publishing;

/// <summary>The rules of the schema of the Citation File Format 1.2.0 that concern what we write.</summary>
public sealed partial class CitationFileTests
{
    private static readonly string[] required = ["authors", "cff-version", "message", "title"];

    private static readonly string[] properties =
    [
        "abstract", "authors", "cff-version", "commit", "contact", "date-released", "doi", "identifiers", "keywords", "license", "license-url", "message", "preferred-citation", "references",
        "repository", "repository-artifact", "repository-code", "title", "type", "url", "version",
    ];

    private static readonly string[] ofReferences =
    [
        "abbreviation", "abstract", "authors", "collection-doi", "collection-title", "collection-type", "commit", "conference", "copyright", "database", "date-accessed", "date-published", "doi", "edition", "editors",
        "end", "identifiers", "institution", "isbn", "issn", "issue", "journal", "keywords", "languages", "license", "month", "notes", "number", "pages", "pmcid", "publisher", "repository", "scope", "section", "start", "status",
        "title", "translators", "type", "url", "version", "volume", "year",
    ];

    private static readonly string[] kindsOfReferences = ["article", "book", "conference-paper", "data", "database", "dictionary", "generic", "report", "software", "website"];

    [Fact]
    public Task The_citation_of_a_run() => Verify(Text(new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc)));

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void It_obeys_the_schema(bool dated)
    {
        var text = Text(dated ? new DateTime(2026, 11, 28, 0, 0, 0, DateTimeKind.Utc) : null);
        var top = TopLevel().Matches(text).Select(match => (Name: match.Groups[1].Value, Value: match.Groups[2].Value)).ToDictionary(pair => pair.Name, pair => pair.Value);

        Assert.Empty(required.Except(top.Keys));
        Assert.Empty(top.Keys.Except(properties));
        Assert.Equal("\"1.2.0\"", top["cff-version"]);
        Assert.Contains(top["type"], (string[])["\"dataset\"", "\"software\""]);
        Assert.Equal("\"MIT\"", top["license"]);                               // an SPDX identifier of the schema's list
        Assert.All(top.Keys.Intersect(["message", "title", "abstract", "version"]), name => Assert.True(top[name].Length > 2, name));
        if (dated)
            Assert.Matches("^\"[0-9]{4}-(0[1-9]|1[012])-(0[1-9]|[12][0-9]|3[01])\"$", top["date-released"]);
        else
            Assert.DoesNotContain("date-released", top.Keys);

        var references = text[text.IndexOf("references:\n", StringComparison.Ordinal)..].Split("\n  - ")[1..].Select(item => "    " + item).ToList();
        Assert.Equal(4, references.Count);
        Assert.All(references, reference =>
        {
            var names = OfItem().Matches(reference).Select(match => match.Groups[1].Value).ToList();
            Assert.Equal(names.Distinct(), names);
            Assert.Empty(names.Except(ofReferences));
            Assert.Empty(((string[])["authors", "title", "type"]).Except(names));
            Assert.Contains(KindOfItem().Match(reference).Groups[1].Value, kindsOfReferences);
        });
        var people = Regex.Count(text, "- given-names: \"[^\"]+\"\n +family-names: \"[^\"]+\"\n");
        Assert.Equal(7, people);
        Assert.Equal(7 + 3, Regex.Count(text, "- (given-names|name): \"[^\"]+\"\n"));
        Assert.Matches("identifiers:\n  - type: \"other\"\n    value: \"sha256:[0-9a-f]{64}\"\n    description: \"[^\"]+\"\n", text);
    }

    [Fact]
    public void A_run_s_name_cannot_break_out_of_its_quotation_marks()
    {
        using var run = new MadeRun();
        var text = Encoding.UTF8.GetString(CitationFile.Of(run.Published with { Name = "a\": \\\n- b" }, "1", new string('a', 64), null).Content);
        Assert.Contains("title: \"RruffGeo, run a\\\": \\\\\\n- b (simulated data)", text, StringComparison.Ordinal);
    }

    private static string Text(DateTime? released)
    {
        using var run = new MadeRun();
        return Encoding.UTF8.GetString(CitationFile.Of(run.Published, "0123456789ab", new string('a', 64), released).Content);
    }

    [GeneratedRegex("^([a-z-]+):(?: (.*))?$", RegexOptions.Multiline)]
    private static partial Regex TopLevel();

    [GeneratedRegex("^    ([a-z-]+):", RegexOptions.Multiline)]
    private static partial Regex OfItem();

    [GeneratedRegex("^    type: \"([a-z-]+)\"", RegexOptions.Multiline)]
    private static partial Regex KindOfItem();
}

using System.Text;
using RruffGeo.Build.Running;

namespace RruffGeo.Build.Publishing;

/// <summary>The first page of a bundle.</summary>
internal static class BundleReadme
{
    private const string SimulatedWords = "**" + SimulatedNotice.Text + "**";

    public static BundleFile Of(PublishedRun run) => BundleFile.OfText(BundleNames.Readme, $"""
        # RruffGeo, run “{run.Name}”{(run.Simulated ? " (simulated data)" : "")}

        {(run.Simulated ? SimulatedWords + "\n\n" : "")}{What(run)} Open `{ReportOf(run)}`: it needs no network.

        | where | what |
        |---|---|
        | `{ReportOf(run)}` | the report, one file{(ReportOf(run) == PublishedReport.Whole ? "" : ", without its viewer of spectra")} |
        | `08-paper/tables/` | every table as CSV, Markdown and LaTeX |
        | `08-paper/figures/` | every figure as SVG and PNG |
        | `08-paper/claims.parquet` | the ledger: each claim of the paper with its verdict |
        | `07-metrics/` | every metric, by protocol, model, fold and country; the leakage audit |
        | `05-folds/` | the fold of every spectrum, by its id, under every protocol |
        | `paper.lock`, `manifests/` | what each stage run was: code, parameters, inputs and environment by digest, and what it gave |
        | `ro-crate-metadata.json` | the same as a Process Run Crate (RO-Crate 1.1): one CreateAction a stage |
        | `provenance.intoto.json` | the same as an in-toto statement with SLSA provenance, for every file |
        | `SHA256SUMS` | the digest of every file but itself |
        | `LICENSE`, `LICENSES/`, `ATTRIBUTIONS.md`, `CITATION.cff` | terms, sources, and how to cite |

        The Parquet files open in DuckDB, pandas and everything else that reads Parquet; units stand in their metadata.

        ## What is not in here

        {Absent(run)}
        Trained networks are left out for their size.
        All of it is made again by the program of which `LICENSE` speaks, from the inputs that `manifests/01-raw.json` names by digest.

        ## Is it what was published?

        ```sh
        sha256sum --check SHA256SUMS                       # every file
        ./build.sh --target=VerifyBundle --bundle=FILE     # the zip itself: files, lock, manifests and provenance against each other
        ```

        Who changes a file and every digest with it is found out only by the digest of the zip, which was printed when it was published.
        Dates in here are those of `SOURCE_DATE_EPOCH`; where that was not set they are 1980-01-01, which means none.
        """ + "\n");

    private static string ReportOf(PublishedRun run) =>
        run.Files.Any(file => file.Path == PublishedReport.WithoutViewer) ? PublishedReport.WithoutViewer : PublishedReport.Whole;

    private static string What(PublishedRun run) => run.Simulated
        ? "What the pipeline gave on its embedded demo corpus: it shows that the pipeline works and what a run looks like."
        : "A rerun of *From Spectra to Geography: Intelligent Mapping of RRUFF Mineral Data* (Pappone, Califano, Tafani, 2024): its tables, figures and claims beside recomputed ones, and an audit of what the printed accuracy rests on.";

    private static string Absent(PublishedRun run) => run.Simulated
        ? "The simulated spectra (`raw.parquet`, `resampled.parquet` and the corpus) are left out, as RRUFF's would be; a few are drawn in figures 4 and 5."
        : "**RRUFF's spectra are not redistributed.** `raw.parquet` and `resampled.parquet` stay where they were made, and no file in here holds a spectrum's numbers: publishing refuses tables with lists of real numbers and pages with long ones. Figures 4 and 5 draw three spectra as pictures. Get the archives from https://rruff.info.";

    /// <summary>Sources of everything in the bundle, with their terms.</summary>
    public static BundleFile Attributions(PublishedRun run)
    {
        var text = new StringBuilder("# Sources and their terms\n\n");
        if (run.Simulated)
            text.Append(SimulatedWords).Append("\n\n");
        foreach (var source in DataSource.All)
            text.Append($"- **{source.Name}.** {source.Terms} {source.Address}".TrimEnd()).Append('\n');
        foreach (var line in Geography.DataNotice.Attributions(GeocodersOf(run)))
            text.Append("- ").Append(line).Append('\n');
        return BundleFile.OfText(BundleNames.Attributions, text.ToString());
    }

    private static IEnumerable<string> GeocodersOf(PublishedRun run) => run.Records.Stages
        .SelectMany(record => record.PartsOf("parameter").Where(part => part.Key == "Geocoded.Services"))
        .SelectMany(part => part.Value.Split(',', StringSplitOptions.TrimEntries)).Distinct();
}

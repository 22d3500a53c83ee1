using RruffGeo.Stages;

namespace RruffGeo.Stages.Tests;

public sealed class CheckClaimsTests(CheckClaimsTests.MeasuredRun measured) : IClassFixture<CheckClaimsTests.MeasuredRun>
{
    [Fact]
    public void Every_check_says_how_and_names_a_file_and_a_row_of_it()
    {
        Assert.All(measured.Claims, claim =>
        {
            Assert.NotEqual("", claim.How);
            Assert.NotEqual("", claim.Row);
            Assert.Equal(claim.Basis == "paper alone", claim.Artifact == "the paper");
            Assert.True(claim.Basis == "paper alone" || !claim.Artifact.EndsWith(".parquet", StringComparison.Ordinal) || claim.Artifact.Split('/')[0] is ['0', '1' or '2' or '3' or '4' or '5' or '6' or '7', '-', ..], claim.Artifact);
        });
    }

    [Fact]
    public void Every_claim_that_depends_on_archives_says_which_were_there()
    {
        string[] onNetwork = ["C70", "C71", "C73", "C74", "C76", "C77", "C81"];
        Assert.All(measured.Claims.Where(claim => claim.Basis == "this run" && !onNetwork.Contains(claim.Id)),
            claim => Assert.EndsWith("Archives: mini.zip (1 of RRUFF's 2, 0 of them whole).", claim.Evidence, StringComparison.Ordinal));
    }

    [Fact]
    public void On_measured_data_a_verdict_is_one_of_six()
    {
        string[] six =
        [
            "reproduced", "reproduced under a stated reading", "contradicted by the paper's own numbers", "differs on these data", "not specified enough to check", "not testable offline",
        ];
        Assert.All(measured.Claims, claim => Assert.Contains(claim.Verdict, six));
    }

    /// <summary>The ledger of one run on measured data.</summary>
    public sealed class MeasuredRun
    {
        public MeasuredRun()
        {
            using var run = new MiniRun();
            Claims = run.WritePaper().Claims;
        }

        public IReadOnlyList<ClaimRow> Claims { get; }
    }
}

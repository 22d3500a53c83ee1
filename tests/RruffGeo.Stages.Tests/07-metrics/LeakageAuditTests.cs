using RruffGeo.Evaluation;

namespace RruffGeo.Stages.Tests;

public sealed class LeakageAuditTests
{
    private static readonly string[] Countries = ["Brazil", "Chile", "Zambia"];

    [Fact]
    public void Shares_of_eight_spectra_equal_those_counted_by_hand()
    {
        // A: acquisition a1 twice and a2; B: acquisition b1 twice; C and E come from one locality.
        using var corpus = new ConstructedCorpus(
        [
            new("0", "Brazil", "A") { Acquisition = "a1", Direction = 0.10 },
            new("1", "Brazil", "A") { Acquisition = "a1", Direction = 0.10 },
            new("2", "Brazil", "A") { Acquisition = "a2", Direction = 0.12 },
            new("3", "Chile", "B") { Acquisition = "b1", Direction = 0.50 },
            new("4", "Chile", "B") { Acquisition = "b1", Direction = 0.52 },
            new("5", "Chile", "C") { Locality = "L", Direction = 0.80 },
            new("6", "Brazil", "D") { Direction = 1.20 },
            new("7", "Chile", "E") { Locality = "L", Direction = 1.30 },
        ]);
        var audit = corpus.Measure(corpus.WriteFolds(
            ("row", [0, 1, 0, 0, 0, 1, 1, 0]), ("specimen", [0, 0, 0, 1, 1, 1, 0, 1]))).Audit;
        Assert.Equal(
            ("row", 8, 25.0, 37.5, 37.5, 62.5, 100.0),
            (audit[0].Protocol, audit[0].Rows, audit[0].TwinInTrainPercent, audit[0].SiblingInTrainPercent,
                audit[0].NearestSameSpecimenPercent, audit[0].LocalityInTrainPercent, audit[0].SpeciesInTrainPercent));
        Assert.Equal(
            ("specimen", 8, 0.0, 0.0, 0.0, 0.0, 100.0),
            (audit[1].Protocol, audit[1].Rows, audit[1].TwinInTrainPercent, audit[1].SiblingInTrainPercent,
                audit[1].NearestSameSpecimenPercent, audit[1].LocalityInTrainPercent, audit[1].SpeciesInTrainPercent));
    }

    [Fact]
    public void Chance_alone_gives_the_sibling_share_that_is_said_beside_the_measured_one()
    {
        using var corpus = new ConstructedCorpus(Specimens(100, 3, seed: 8, (specimen, _) => specimen / 70.0));
        var audit = corpus.Measure(corpus.AssignFolds(new FoldsParameters())).Audit;
        Assert.Equal(100 * (1 - (1 / 25.0)), audit[0].ExpectedSiblingPercent!.Value, 9);
        Assert.InRange(audit[0].SiblingInTrainPercent, 90, 100);
        Assert.Null(audit[1].ExpectedSiblingPercent);
    }

    [Fact]
    public void Spectra_that_tell_the_specimen_but_not_the_country_leak_in_the_row_protocol()
    {
        // Each specimen has a direction of its own; its country is drawn regardless of it.
        using var corpus = new ConstructedCorpus(Specimens(60, 4, seed: 1, (specimen, _) => specimen / 40.0));
        var measured = corpus.Measure(corpus.AssignFolds(new FoldsParameters()));
        Assert.Equal(["leaks", "clean"], measured.Audit.Select(row => row.Verdict));
        Assert.Equal(["cosine-1nn", "cosine-1nn"], measured.Audit.Select(row => row.VerdictModel));
        var row = measured.Verdicts.Single(verdict => verdict is { Protocol: "row", Model: "cosine-1nn" });
        Assert.InRange(row.Excess!.Value, 0.4, 1);
        Assert.InRange(row.Excess.Value, row.Low!.Value, row.High!.Value);
        Assert.InRange(measured.Audit[0].NearestSameSpecimenPercent, 95, 100);
    }

    [Fact]
    public void Spectra_that_tell_the_country_of_any_specimen_share_units_without_effect()
    {
        using var corpus = new ConstructedCorpus(Specimens(60, 4, seed: 2, (_, country) => 0.2 + country * 0.5));
        var measured = corpus.Measure(corpus.AssignFolds(new FoldsParameters()));
        Assert.Equal(["shares units, no effect seen", "clean"], measured.Audit.Select(row => row.Verdict));
        Assert.InRange(measured.Audit[0].SiblingInTrainPercent, 90, 100);
    }

    [Fact]
    public void One_spectrum_a_specimen_is_clean_under_every_protocol()
    {
        using var corpus = new ConstructedCorpus(Specimens(90, 1, seed: 3, (specimen, _) => specimen / 60.0));
        Assert.Equal(["clean", "clean"], corpus.Measure(corpus.AssignFolds(new FoldsParameters())).Audit.Select(row => row.Verdict));
    }

    [Fact]
    public void Spectra_that_tell_nothing_raise_no_alarm_more_often_than_chance()
    {
        // The lower end of a 95 % interval lies above 0 in one of 40 fair trials; 4 or more of 20 has a chance below 1 in 500.
        var alarms = 0;
        for (uint seed = 10; seed < 30; seed++)
        {
            var noise = new MersenneTwister(1000 + seed);
            using var corpus = new ConstructedCorpus(Specimens(40, 3, seed, (_, _) => noise.NextUpTo(1500) / 1000.0));
            var audit = corpus.Measure(corpus.AssignFolds(new FoldsParameters())).Audit;
            alarms += audit.Count(row => row.Verdict == "leaks");
        }
        Assert.InRange(alarms, 0, 3);
    }

    [Fact]
    public void Without_the_specimen_protocol_an_effect_is_untested()
    {
        using var corpus = new ConstructedCorpus(Specimens(30, 3, seed: 4, (specimen, _) => specimen / 20.0));
        var measured = corpus.Measure(corpus.AssignFolds(new FoldsParameters { Protocols = "row" }));
        Assert.Equal("shares units, effect untested", Assert.Single(measured.Audit).Verdict);
        Assert.All(measured.Verdicts, verdict => Assert.Null(verdict.Excess));
    }

    [Fact]
    public void Other_ids_for_the_same_rows_change_no_score_of_the_row_protocol()
    {
        var spectra = Specimens(30, 3, seed: 5, (specimen, _) => specimen / 20.0);
        using var corpus = new ConstructedCorpus(spectra);
        using var renamed = new ConstructedCorpus([.. spectra.Select((row, i) => row with { Specimen = $"X{i}", Acquisition = $"y{i}" })]);
        var parameters = new FoldsParameters { Protocols = "row" };
        Assert.Equal(
            corpus.Measure(corpus.AssignFolds(parameters)).Metrics.Select(row => (row.Model, row.Fold, row.Metric, row.Value)),
            renamed.Measure(renamed.AssignFolds(parameters)).Metrics.Select(row => (row.Model, row.Fold, row.Metric, row.Value)));
    }

    private static ConstructedSpectrum[] Specimens(int specimens, int rows, uint seed, Func<int, int, double> direction)
    {
        var generator = new MersenneTwister(seed);
        var countries = Enumerable.Range(0, specimens).Select(_ => (int)generator.NextUpTo(2)).ToArray();
        return
        [
            .. from specimen in Enumerable.Range(0, specimens)
               from row in Enumerable.Range(0, rows)
               select new ConstructedSpectrum($"{specimen}-{row}", Countries[countries[specimen]], $"R{specimen:D3}")
               {
                   Acquisition = $"{specimen}-{row / 2}", Direction = direction(specimen, countries[specimen]),
               },
        ];
    }
}

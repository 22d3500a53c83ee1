using RruffGeo.Evaluation;

namespace RruffGeo.Stages;

/// <summary>Makes the rows of <c>audit.parquet</c> and <c>verdicts.parquet</c> (SCIENCE section 6).</summary>
internal sealed class AuditTable(EvaluationRows rows, IReadOnlyList<ModelPredictions> models, SpecimenBootstrap bootstrap)
{
    private readonly int[] acquisitions = SharedUnits.Number([.. rows.Spectra.Select(row => row.Acquisition)]);
    private readonly int[] localities = SharedUnits.Number([.. rows.Spectra.Select(row => row.LocalityGroup)]);
    private readonly int[] species = SharedUnits.Number(Protocols.SpeciesOf(rows.Spectra));

    /// <summary>The audit of one protocol.</summary>
    /// <param name="protocol">The protocol.</param>
    /// <param name="nearest">Nearest training row of each row.</param>
    public LeakageAudit Audit(ProtocolTask protocol, int[] nearest)
    {
        var judge = models.FirstOrDefault(model => model.Protocol == protocol.Protocol && model.Origin == ModelOrigin.Network)
            ?? models.First(model => model.Protocol == protocol.Protocol && model.Model == BaselinePredictions.Cosine);
        return new LeakageAudit
        {
            Protocol = protocol.Protocol,
            Rows = protocol.Task.Rows,
            TwinInTrainPercent = SharedPercent(acquisitions, protocol),
            SiblingInTrainPercent = SharedPercent(rows.Specimens, protocol),
            ExpectedSiblingPercent = protocol.Protocol == Protocols.Row
                ? 100 * ExpectedSiblings.Share(rows.Specimens, protocol.Task.FoldCount)
                : null,
            NearestSameSpecimenPercent = Percent(
                Enumerable.Range(0, nearest.Length).Count(row => nearest[row] >= 0 && rows.Specimens[row] == rows.Specimens[nearest[row]])),
            LocalityInTrainPercent = SharedPercent(localities, protocol),
            SpeciesInTrainPercent = SharedPercent(species, protocol),
            Verdict = Judge(protocol, judge).Verdict,
            VerdictModel = judge.Model,
        };
    }

    /// <summary>The verdict on a protocol by each of its models.</summary>
    public IEnumerable<ProtocolVerdict> Verdicts(ProtocolTask protocol) =>
        models.Where(model => model.Protocol == protocol.Protocol).Select(model => Judge(protocol, model));

    private ProtocolVerdict Judge(ProtocolTask protocol, ModelPredictions model)
    {
        var specimen = models.FirstOrDefault(other => other.Protocol == Protocols.Specimen && other.Model == model.Model);
        Interval? interval = specimen is null ? null : bootstrap.OfDifference(model, specimen);
        return new ProtocolVerdict
        {
            Protocol = protocol.Protocol,
            Model = model.Model,
            Excess = specimen is null ? null : model.Accuracy - specimen.Accuracy,
            Low = interval?.Low,
            High = interval?.High,
            Verdict = LeakageVerdicts.Describe(LeakageVerdicts.Decide(RowsWithSharedUnits(protocol), interval)),
        };
    }

    private int RowsWithSharedUnits(ProtocolTask protocol) =>
        Shared(acquisitions, protocol).Zip(Shared(rows.Specimens, protocol)).Count(shared => shared.First || shared.Second);

    private double SharedPercent(int[] units, ProtocolTask protocol) => Percent(Shared(units, protocol).Count(shared => shared));

    private static bool[] Shared(int[] units, ProtocolTask protocol) => SharedUnits.InTraining(units, protocol.Task.Folds);

    private double Percent(int count) => 100.0 * count / rows.Spectra.Count;
}

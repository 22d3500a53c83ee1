using System.Reflection;
using RruffGeo.Demo;
using RruffGeo.Spectra;
using RruffGeo.Stages;

namespace RruffGeo.Build.Arguments;

/// <summary>The parameters of all stages; the initialisers are the paper.</summary>
internal sealed record ParameterSet
{
    /// <summary>The simulated corpus.</summary>
    public DemoParameters Demo { get; init; } = new();

    /// <summary>The archives that are downloaded.</summary>
    public DownloadParameters Download { get; init; } = new();

    /// <summary>Stage 01.</summary>
    public RawParameters Raw { get; init; } = new();

    /// <summary>Stage 02.</summary>
    public GeocodedParameters Geocoded { get; init; } = new();

    /// <summary>Stage 03.</summary>
    public JoinedParameters Joined { get; init; } = new();

    /// <summary>Stage 04.</summary>
    public ResampledParameters Resampled { get; init; } = new();

    /// <summary>Stage 05.</summary>
    public FoldsParameters Folds { get; init; } = new();

    /// <summary>Stage 06.</summary>
    public ModelsParameters Models { get; init; } = new();

    /// <summary>The classifiers beside stage 06.</summary>
    public BaselinesParameters Baselines { get; init; } = new();

    /// <summary>Stage 07.</summary>
    public MetricsParameters Metrics { get; init; } = new();

    /// <summary>Stage 08.</summary>
    public PaperParameters Paper { get; init; } = new();

    /// <summary>The records, in the order of the stages, under the names by which <c>--set</c> knows them.</summary>
    public IEnumerable<(string Stage, object Record)> Records =>
        typeof(ParameterSet).GetProperties()
            .Where(property => property.Name != nameof(Records))
            .Select(property => (property.Name, property.GetValue(this)!));

    /// <summary>The initialisers with <paramref name="settings"/> laid over them, the later over the earlier, checked.</summary>
    /// <param name="settings">Profile first, then the command line.</param>
    /// <param name="mistakes">Receives a sentence for each setting that cannot be, and each contradiction.</param>
    public static ParameterSet Of(IEnumerable<Setting> settings, ICollection<string> mistakes)
    {
        var (all, contradictions) = (settings.ToList(), new List<string>());
        var set = new ParameterSet();
        var records = set.Records.ToDictionary(pair => pair.Stage, pair => pair.Record, StringComparer.OrdinalIgnoreCase);
        foreach (var setting in all)
            Apply(records, setting, contradictions);
        foreach (var (stage, record) in records)
            Check(stage, record, contradictions);
        if (contradictions.Count > 0)
            NameEachMistake(all, records, mistakes);
        return set;
    }

    private static void NameEachMistake(List<Setting> settings, Dictionary<string, object> records, ICollection<string> mistakes)
    {
        var before = mistakes.Count;
        foreach (var setting in settings)
            if (Apply(records, setting, mistakes) is { } stage)
                CheckAlone(stage, setting, mistakes);
        if (mistakes.Count == before)
            foreach (var (stage, record) in records)
                Check(stage, record, mistakes);
    }

    // A record's check stops at its first contradiction; one setting at a time, every mistake is found.
    private static void CheckAlone(string stage, Setting setting, ICollection<string> mistakes)
    {
        var record = new ParameterSet().Records.Single(pair => pair.Stage.Equals(stage, StringComparison.OrdinalIgnoreCase));
        Apply(new(StringComparer.OrdinalIgnoreCase) { [stage] = record.Record }, setting, mistakes);
        Check(record.Stage, record.Record, mistakes);
    }

    /// <returns>The stage whose record has the new value; null if there was a mistake.</returns>
    private static string? Apply(Dictionary<string, object> records, Setting setting, ICollection<string> mistakes)
    {
        var (stage, dot, name) = Split(setting.Name);
        if (dot.Length == 0 || name.Length == 0)
            mistakes.Add($"{setting.Origin}: '{setting.Name}' is no parameter. Write Stage.Parameter=value, such as Models.Epochs=3.");
        else if (!records.TryGetValue(stage, out var record))
            mistakes.Add($"{setting.Origin}: there is no stage '{stage}'.{NearestName.Hint(stage, [.. records.Keys])}");
        else if (ParameterText.PropertiesOf(record.GetType()).FirstOrDefault(p => p.Name.Equals(name, StringComparison.OrdinalIgnoreCase)) is not { } property)
            mistakes.Add($"{setting.Origin}: {stage} has no parameter '{name}'.{NearestName.Hint(name, [.. ParameterText.PropertiesOf(record.GetType()).Select(p => p.Name)])}");
        else if (!ParameterText.TryParse(property.PropertyType, setting.Value, out var value, out var expected))
            mistakes.Add($"{setting.Origin}: {stage}.{property.Name} is {expected}, but '{setting.Value}' is not.");
        else
        {
            property.SetValue(record, value);
            return stage;
        }

        return null;
    }

    private static void Check(string stage, object record, ICollection<string> mistakes)
    {
        try
        {
            record.GetType().GetMethod("Validate")!.Invoke(record, BindingFlags.DoNotWrapExceptions, null, null, null);
        }
        catch (ArgumentException contradiction)
        {
            var sentence = contradiction.Message.Split('\n')[0].Split(" (Parameter '")[0];
            var value = contradiction is ArgumentOutOfRangeException { ActualValue: { } actual } ? $" = {ParameterText.Of(actual)}" : "";
            var hint = contradiction.Data["valid"] is IReadOnlyCollection<string> valid && value.Length > 0 ? NearestName.Hint(value[3..], valid) : "";
            mistakes.Add($"{stage}.{contradiction.ParamName}{value}: {sentence}{hint}");
        }
    }

    private static (string Stage, string Dot, string Name) Split(string name)
    {
        var at = name.IndexOf('.', StringComparison.Ordinal);
        return at < 0 ? (name, "", "") : (name[..at], ".", name[(at + 1)..]);
    }
}

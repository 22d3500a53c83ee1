using System.Collections.Immutable;

namespace RruffGeo.Stages;

/// <summary>Which column of a table plays which role in the audit; every other numeric column is a feature (SCIENCE section 6).</summary>
public sealed class ColumnRoles
{
    /// <summary>The unit that must not stand on both sides.</summary>
    public const string Specimen = "specimen";

    /// <summary>What is predicted.</summary>
    public const string Country = "country";

    /// <summary>Acquisition within the specimen: files of one measurement share it.</summary>
    public const string Spectrum = "spectrum";

    /// <summary>RAW, Processed or the like: told, never learned from.</summary>
    public const string Kind = "kind";

    /// <summary>Unit of the locality protocol.</summary>
    public const string Locality = "locality";

    /// <summary>Unit of the species protocol and of the species prior.</summary>
    public const string Species = "species";

    /// <summary>Name of the row in messages.</summary>
    public const string Id = "id";

    /// <summary>Where the numbers come from; <c>SIMULATED DATA</c> marks every output.</summary>
    public const string Origin = "data_origin";

    /// <summary>A column to be passed over.</summary>
    public const string Ignore = "ignore";

    private static readonly ImmutableArray<string> Needed = [Specimen, Country];
    private readonly ImmutableArray<(string Role, string Column)> given;

    private ColumnRoles(ImmutableArray<(string Role, string Column)> given) => this.given = given;

    /// <summary>All roles there are.</summary>
    public static ImmutableArray<string> Names { get; } = [Specimen, Country, Spectrum, Kind, Locality, Species, Id, Origin, Ignore];

    /// <summary>Reads what was typed, <c>role=header</c> each; a role that is not typed belongs to the column of its name.</summary>
    /// <exception cref="ArgumentException">A text has no such form, or gives one role to two columns.</exception>
    public static ColumnRoles Parse(IEnumerable<string> typed)
    {
        var given = ImmutableArray.CreateBuilder<(string Role, string Column)>();
        foreach (var text in typed)
        {
            var (role, column) = text.IndexOf('=', StringComparison.Ordinal) is > 0 and var at ? (text[..at].Trim().ToLowerInvariant(), text[(at + 1)..].Trim()) : ("", "");
            if (!Names.Contains(role) || column.Length == 0)
                throw new ArgumentException($"'{text}' gives no column a role. Write role=header, the role being one of {string.Join(", ", Names)}.", nameof(typed));
            if (role != Ignore && given.Any(other => other.Role == role))
                throw new ArgumentException($"two columns are given the role {role}. Give it to one.", nameof(typed));
            given.Add((role, column));
        }

        return new ColumnRoles(given.ToImmutable());
    }

    /// <summary>The role of each column: its name, or empty for a feature.</summary>
    /// <param name="header">Column names as written.</param>
    /// <param name="file">Name of the file, for messages.</param>
    /// <param name="line">Line of the header.</param>
    /// <exception cref="InvalidDataException">A column that was named is missing or named twice, or specimen or country is.</exception>
    internal string[] Of(IReadOnlyList<string> header, string file, long line)
    {
        var repeated = header.Where(name => name.Length > 0).GroupBy(name => name, StringComparer.OrdinalIgnoreCase).FirstOrDefault(same => same.Skip(1).Any());
        if (repeated is not null)
            throw new InvalidDataException($"{file}({line}): expected column names that differ, but found '{repeated.Key}' {repeated.Count()} times. Rename all but one.");
        var roles = header.Select(_ => "").ToArray();
        foreach (var (role, column) in given)
            roles[PlaceOf(column) ?? throw new InvalidDataException($"{file}({line}): there is no column '{column}', which --column={role}={column} names. The columns are {Listed(header)}.")] = role;
        foreach (var role in Names.Where(role => role != Ignore && !roles.Contains(role)))
            if (PlaceOf(role) is { } place && roles[place].Length == 0)
                roles[place] = role;
        foreach (var role in Needed.Where(role => !roles.Contains(role)))
            throw new InvalidDataException($"{file}({line}): expected a column '{role}', but the columns are {Listed(header)}. Say which it is with --column={role}=HEADER.");
        return roles;

        int? PlaceOf(string column) => Enumerable.Range(0, header.Count)
            .Where(i => header[i].Equals(column, StringComparison.OrdinalIgnoreCase)).Select(i => (int?)i).FirstOrDefault();
    }

    private static string Listed(IReadOnlyList<string> header)
    {
        const int Shown = 12;
        return string.Join(", ", header.Take(Shown)) + (header.Count > Shown ? $" and {header.Count - Shown} others" : "");
    }
}

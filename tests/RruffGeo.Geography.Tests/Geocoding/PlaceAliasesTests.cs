namespace RruffGeo.Geography.Tests;

public sealed class PlaceAliasesTests
{
    [Fact]
    public void Every_unit_of_the_table_is_in_the_gazetteer()
    {
        var missing = PlaceAliases.All
            .SelectMany(alias => alias.Value.Targets.Select(target => (alias.Key, Target: target)))
            .Where(alias => alias.Target.Unit is { } unit && Gazetteer.Load().In(alias.Target.Country).Admin1(unit) is null)
            .Select(alias => $"{alias.Key} = {alias.Target.Country} / {alias.Target.Unit}");

        Assert.Empty(missing);
    }

    [Fact]
    public void Every_alias_has_as_many_targets_as_its_kind_needs() =>
        Assert.All(PlaceAliases.All, alias => Assert.True(
            alias.Value.Kind switch
            {
                AliasKind.Is => alias.Value.Targets.Count == 1,
                AliasKind.None => alias.Value.Targets.Count == 0,
                _ => alias.Value.Targets.Count >= 2,
            },
            alias.Key));
}

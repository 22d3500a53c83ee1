using System.Globalization;
using CsCheck;

namespace RruffGeo.Evaluation.Tests;

public sealed class GroupedFoldsTests
{
    // Expected folds were made with scikit-learn 1.2.1 and numpy 1.24.2.
    private static readonly int[] Classes = [0, 0, 1, 1, 1, 2, 2, 0, 0, 0, 1, 1, 2, 2, 2, 0, 1, 0, 0, 1];
    private static readonly string[] Groups = ["d", "d", "a", "a", "b", "c", "c", "e", "e", "f", "f", "g", "h", "h", "h", "i", "j", "k", "k", "l"];

    [Theory]
    [InlineData(3, new[] { 1, 1, 1, 1, 2, 2, 2, 2, 2, 0, 0, 2, 0, 0, 0, 1, 0, 0, 0, 1 })]
    [InlineData(4, new[] { 3, 3, 1, 1, 3, 2, 2, 1, 1, 0, 0, 2, 0, 0, 0, 0, 3, 2, 2, 2 })]
    public void Folds_equal_scikit_learns(int folds, int[] expected)
    {
        var assignment = GroupedFolds.Assign(Classes, Groups, folds);
        Assert.Equal(expected, assignment.Folds);
        Assert.False(assignment.Repaired);
    }

    [Theory]
    [InlineData(9, 120, 31, "201023224310413402204314013422320102322431041340220431401342232010232243104134022043140134223201023224310413402204314013")]
    [InlineData(140, 700, 211, "0442130404242420313311201043010211142233320302030233322411120103401021133130242424040312440341021322434401221032411141324140124330032033434042032320020020023230240434330230033421041423141114230122104434223120143044213040424242031331120104301021114223332030203023332241112010340102113313024242404031244034102132243440122103241114132414012433003203343404203232002002002323024043433023003342104142314111423012210443422312014304421304042424203133112010430102111422333203020302333224111201034010211331302424240403124403410213224344012210324111413241401243300320334340420323200200200232302404343302300334210414231411142301221044342231201430442130404242420313311201043010211142233320302030233322411120103401")]
    public void Ties_fall_as_numpys_order_of_adding_makes_them(int classes, int rows, int groups, string expected)
    {
        var group = Enumerable.Range(0, rows).Select(i => (i * i * 7 + i * 3) % groups).ToArray();
        var label = Enumerable.Range(0, rows).Select(i => (group[i] * 5 + (i % 3 == 0 ? i : 0)) % classes).ToArray();
        var ids = group.Select(g => g.ToString("D3", CultureInfo.InvariantCulture)).ToArray();
        Assert.Equal(expected, string.Concat(GroupedFolds.Assign(label, ids, 5).Folds));
    }

    [Fact]
    public void A_fold_that_the_librarys_rule_leaves_empty_is_filled_and_reported()
    {
        // scikit-learn's own folds of these rows have 3, 3, 0 and 3 rows.
        var assignment = GroupedFolds.Assign([0, 0, 1, 0, 1, 0, 1, 0, 0], ["1", "2", "2", "1", "4", "2", "4", "1", "3"], 4);
        Assert.True(assignment.Repaired);
        Assert.Equal([0, 1, 2, 3], assignment.Folds.Distinct().Order());
    }

    [Fact]
    public void Fewer_groups_than_folds_are_an_error()
    {
        var error = Assert.Throws<InvalidDataException>(() => GroupedFolds.Assign([0, 0, 0, 0], ["a", "a", "b", "b"], 3));
        Assert.Equal("2 groups cannot fill 3 folds. Use fewer folds or a protocol with more groups.", error.Message);
    }

    [Fact]
    public void No_group_is_split_and_no_fold_is_empty() =>
        Gen.Select(Gen.Select(Gen.Int[0, 4], Gen.Int[0, 25]).Array[60, 200], Gen.Int[2, 5])
            .Where((rows, folds) => rows.Select(row => row.Item2).Distinct().Count() >= 2 * folds)
            .Sample((rows, folds) =>
            {
                var ids = rows.Select(row => $"g{row.Item2}").ToArray();
                var assigned = GroupedFolds.Assign(rows.Select(row => row.Item1).ToArray(), ids, folds).Folds;
                Assert.Equal(Enumerable.Range(0, folds), assigned.Distinct().Order());
                Assert.All(ids.Zip(assigned).GroupBy(pair => pair.First), group => Assert.Single(group.Select(pair => pair.Second).Distinct()));
            });

    [Fact]
    public void Rows_of_a_group_may_stand_anywhere()
    {
        var forward = GroupedFolds.Assign(Classes, Groups, 3).Folds;
        var backward = GroupedFolds.Assign(Classes.Reverse().ToArray(), Groups.Reverse().ToArray(), 3).Folds;
        Assert.Equal(forward, backward.Reverse());
    }
}

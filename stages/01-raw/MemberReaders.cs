using System.Collections.Concurrent;
using System.Collections.Immutable;
using RruffGeo.Spectra;

namespace RruffGeo.Stages;

/// <summary>Reads members of archives from any thread; every thread at work has its own readers.</summary>
internal sealed class MemberReaders(ImmutableArray<ArchiveFile> archives, ArchiveLimits limits) : IDisposable
{
    private readonly ConcurrentBag<SpectrumArchive?[]> idle = [];

    /// <summary>All members, archive after archive, each in ordinal order of the paths, and the vintage of each archive.</summary>
    public (ImmutableArray<(int Archive, ArchiveMember Member)> Members, ImmutableArray<DateOnly> Vintages) List()
    {
        var readers = new SpectrumArchive?[archives.Length];
        idle.Add(readers);
        return (
            [.. archives.SelectMany((_, archive) => Reader(readers, archive).ListMembers().Select(member => (archive, member)))],
            [.. archives.Select((_, archive) => Reader(readers, archive).Vintage)]);
    }

    /// <summary>Reads one member: a spectrum, or why there is none.</summary>
    public MemberOutcome Read((int Archive, ArchiveMember Member) item)
    {
        var (archive, member) = item;
        var name = Path.GetFileName(archives[archive].Path);
        if (member.Kind != MemberKind.Spectrum)
            return Refuse(member.Kind);

        var readers = idle.TryTake(out var free) ? free : new SpectrumArchive?[archives.Length];
        try
        {
            return Describe(Reader(readers, archive).Read(member));
        }
        catch (ArchiveMemberException fault)
        {
            return Leave("file", fault.Code, fault.Message);
        }
        catch (RruffFormatException fault)
        {
            return Leave("file", fault.Code, fault.Reason);
        }
        finally
        {
            idle.Add(readers);
        }

        MemberOutcome Describe(ReadOnlySpan<byte> content)
        {
            var file = RruffReader.Read(content, $"{name}!{member.Path}");
            return new MemberOutcome(archive)
            {
                Row = RawRows.Of(name, member, SpectrumId.Of(member.FileName, content), file),
                Left = [.. file.Diagnostics.Where(diagnostic => diagnostic.Line > 0).Select(diagnostic => new RejectedInput
                {
                    Archive = name, Member = member.Path, Line = diagnostic.Line, Scope = "line", Code = diagnostic.Code, Reason = diagnostic.Text,
                })],
            };
        }

        MemberOutcome Refuse(MemberKind kind) => kind switch
        {
            MemberKind.NestedArchive => Leave("note", "nested-archive", "an archive in the archive; it was not opened."),
            _ => Leave("note", "no-spectrum-name", "the name is not that of a spectrum file; it was not opened."),
        };

        MemberOutcome Leave(string scope, string code, string reason) => new(archive)
        {
            Left = [new RejectedInput { Archive = name, Member = member.Path, Scope = scope, Code = code, Reason = reason }],
        };
    }

    public void Dispose()
    {
        foreach (var readers in idle)
            foreach (var reader in readers)
                reader?.Dispose();
    }

    private SpectrumArchive Reader(SpectrumArchive?[] readers, int archive) =>
        readers[archive] ??= SpectrumArchive.Open(archives[archive].Path, limits);
}

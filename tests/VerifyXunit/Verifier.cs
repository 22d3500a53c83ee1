using System.Runtime.CompilerServices;
using System.Text;
using Xunit;

namespace VerifyXunit;

/// <summary>Compares a text with the approved file beside its test, under the names of Verify.Xunit.</summary>
public static class Verifier
{
    private static readonly UTF8Encoding WithMark = new(encoderShouldEmitUTF8Identifier: true);

    /// <summary>
    /// Passes if <paramref name="target"/> equals <c>Class.Method.verified.txt</c> beside the test; otherwise writes
    /// <c>Class.Method.received.txt</c> there and fails. Approve by renaming the received file.
    /// </summary>
    public static async Task Verify(string target, [CallerFilePath] string sourceFile = "")
    {
        var method = TestContext.Current.TestMethod ?? throw new InvalidOperationException("Verify is called from a test.");
        var stem = Path.Combine(
            Path.GetDirectoryName(sourceFile)!, $"{Path.GetFileNameWithoutExtension(sourceFile)}.{method.MethodName}");
        var (verified, received) = (stem + ".verified.txt", stem + ".received.txt");
        var text = target.ReplaceLineEndings("\n").TrimEnd('\n');
        var approved = File.Exists(verified) ? (await File.ReadAllTextAsync(verified)).ReplaceLineEndings("\n") : null;
        if (approved == text)
        {
            File.Delete(received);
            return;
        }

        await File.WriteAllTextAsync(received, text, WithMark);
        Assert.Fail($"{Path.GetFileName(verified)} {(approved is null ? "does not exist" : "differs")}. Received:\n{text}\nLook at {received}; rename it to approve.");
    }
}

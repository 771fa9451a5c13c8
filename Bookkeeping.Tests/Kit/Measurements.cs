using System.Diagnostics.Metrics;
using System.Globalization;
using Microsoft.Extensions.DependencyInjection;

namespace Bookkeeping.Tests.Kit;

/// <summary>What the instruments of one meter factory measure; other tests of the same process are not heard.</summary>
internal sealed class Measurements : IDisposable
{
    private readonly ServiceProvider services = new ServiceCollection().AddMetrics().BuildServiceProvider();
    private readonly MeterListener listener = new();
    private readonly List<(string Instrument, string Tags, double Value)> measured = [];

    /// <summary>Listens to the instruments of these names.</summary>
    public Measurements(params string[] instruments)
    {
        Factory = services.GetRequiredService<IMeterFactory>();
        listener.InstrumentPublished = (instrument, l) =>
        {
            if (instrument.Meter.Scope == Factory && instruments.Contains(instrument.Name)) l.EnableMeasurementEvents(instrument);
        };
        listener.SetMeasurementEventCallback<double>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.SetMeasurementEventCallback<long>((instrument, value, tags, _) => Add(instrument, value, tags));
        listener.Start();
    }

    /// <summary>Makes the meters that are listened to.</summary>
    public IMeterFactory Factory { get; }

    /// <summary>The values of an instrument, each with its tags as <c>name=value</c>, joined by commas.</summary>
    public IReadOnlyList<(string Tags, double Value)> Of(string instrument)
    {
        lock (measured) return [.. measured.Where(m => m.Instrument == instrument).Select(m => (m.Tags, m.Value))];
    }

    /// <summary>The tags of an instrument's values.</summary>
    public IEnumerable<string> TagsOf(string instrument) => Of(instrument).Select(m => m.Tags);

    /// <summary>Asks the instruments that are observed.</summary>
    public void Observe() => listener.RecordObservableInstruments();

    /// <inheritdoc/>
    public void Dispose()
    {
        listener.Dispose();
        services.Dispose();
    }

    private void Add(Instrument instrument, double value, ReadOnlySpan<KeyValuePair<string, object?>> tags)
    {
        var text = string.Join(",", tags.ToArray().Select(t => string.Create(CultureInfo.InvariantCulture, $"{t.Key}={t.Value}")));
        lock (measured) measured.Add((instrument.Name, text, value));
    }
}

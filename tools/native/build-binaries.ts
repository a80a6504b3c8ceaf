import { ensureBinaries } from './ensure-binaries.ts';

const paths = await ensureBinaries((line) => console.log(line));
console.log(`collector: ${paths.collector}\njaeger: ${paths.jaeger}`);
